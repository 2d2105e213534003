package org.qibu.documents.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import org.qibu.availability.SlowWork;
import org.qibu.documents.PaperBlock;
import org.qibu.documents.PaperText;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * Fills a Word template with a paper. Page, fonts, spacing and page numbers are the template's; what is put in is marked with
 * its styles, by their names: 公文标题, 文号, 主送, 正文, 一级标题, 二级标题, 表格文字, 公文表格, 落款, 成文日期.
 */
@Component
public class WordPapers {

    private static final String OURS = "/documents/paper.docx";

    /** 156 mm in twentieths of a point. */
    private static final int TEXT_WIDTH = 8844;

    private static final int LAST_SHARE = 64;

    /** The width of the whole text in fiftieths of a per cent. */
    private static final int WHOLE = 5000;

    private static final List<String> BORDERS = List.of("top", "left", "bottom", "right", "insideH", "insideV");

    /** A word such as a checksum, before which a justified line would be drawn wide apart. */
    private static final Pattern LONG_WORD = Pattern.compile("[!-~]{30}");

    private final Path ofTheOffice;

    public WordPapers(@Value("${qibu.documents.template:}") String template) {
        this.ofTheOffice = template.isBlank() ? null : Path.of(template);
    }

    public byte[] write(PaperText paper) {
        SlowWork.mustHoldNoConnection("writing a Word file");
        try (var template = template()) {
            var file = new WordFile(template);
            file.title(paper.title());
            title(file, paper.titleLines());
            paragraph(file, "文号", paper.number());
            paper.body().forEach(paperBlock -> add(file, paperBlock));
            paper.closing().forEach(paperBlock -> paragraph(file, paperBlock, true));
            if (paper.hasSignature()) {
                paragraph(file, "落款", paper.sender());
                paragraph(file, "成文日期", paper.date());
            }
            return file.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream template() throws IOException {
        return ofTheOffice == null ? WordPapers.class.getResourceAsStream(OURS) : Files.newInputStream(ofTheOffice);
    }

    private static void title(WordFile file, List<String> lines) {
        var paragraph = paragraph(file, "公文标题", lines.get(0));
        for (var line : lines.subList(1, lines.size())) {
            file.append(file.append(paragraph, "r"), "br");
            run(file, paragraph, line);
        }
    }

    private static void add(WordFile file, PaperBlock paperBlock) {
        if (paperBlock.kind() == PaperBlock.Kind.TABLE) {
            table(file, paperBlock.rows());
        } else {
            paragraph(file, paperBlock, false);
        }
    }

    private static void paragraph(WordFile file, PaperBlock paperBlock, boolean withNext) {
        var paragraph = file.append("p");
        var settings = settings(file, paragraph, paperBlock.kind().style());
        if (withNext) {
            file.append(settings, "keepNext", "val", "on");
        }
        if (LONG_WORD.matcher(paperBlock.text()).find()) {
            file.append(settings, "jc", "val", "left");
        }
        run(file, paragraph, paperBlock.text());
    }

    private static Element paragraph(WordFile file, String style, String text) {
        var paragraph = file.append("p");
        settings(file, paragraph, style);
        run(file, paragraph, text);
        return paragraph;
    }

    private static Element settings(WordFile file, Element paragraph, String style) {
        var settings = file.append(paragraph, "pPr");
        file.append(settings, "pStyle", "val", file.style(style));
        return settings;
    }

    private static void run(WordFile file, Element paragraph, String text) {
        var words = file.append(file.append(paragraph, "r"), "t");
        words.setAttributeNS(XMLConstants.XML_NS_URI, "xml:space", "preserve");
        words.setTextContent(text);
    }

    private static void table(WordFile file, List<List<String>> rows) {
        var table = file.append("tbl");
        var settings = file.append(table, "tblPr");
        file.append(settings, "tblStyle", "val", file.style("公文表格"));
        file.append(settings, "tblW", "w", WHOLE, "type", "pct");
        var borders = file.append(settings, "tblBorders");
        BORDERS.forEach(border -> file.append(borders, border, "val", "single"));
        var grid = file.append(table, "tblGrid");
        var columns = rows.get(0).size();
        for (var x = 0; x < columns; x++) {
            file.append(grid, "gridCol", "w", TEXT_WIDTH * share(x, columns) / 100);
        }
        for (var y = 0; y < rows.size(); y++) {
            row(file, file.append(table, "tr"), rows.get(y), y == 0);
        }
    }

    private static void row(WordFile file, Element row, List<String> texts, boolean isHead) {
        var settings = file.append(row, "trPr");
        file.append(settings, "cantSplit", "val", "on");
        if (isHead) {
            file.append(settings, "tblHeader", "val", "on");
        }
        for (var x = 0; x < texts.size(); x++) {
            var cell = file.append(row, "tc");
            file.append(file.append(cell, "tcPr"), "tcW", "w", WHOLE * share(x, texts.size()) / 100, "type", "pct");
            var paragraph = file.append(cell, "p");
            settings(file, paragraph, PaperBlock.Kind.TABLE.style());
            run(file, paragraph, texts.get(x));
        }
    }

    /** The last of several columns holds the words and takes most of the width; in per cent. */
    private static int share(int column, int columns) {
        if (columns < 3) {
            return 100 / columns;
        }
        return column == columns - 1 ? LAST_SHARE : (100 - LAST_SHARE) / (columns - 1);
    }
}
