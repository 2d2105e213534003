package org.qibu.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.qibu.availability.SlowWork;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Fills a Word template with a paper. Page, fonts, spacing and page numbers are the template's; what is put in is marked with
 * its styles, by their names: 公文标题, 文号, 主送, 正文, 一级标题, 二级标题, 表格文字, 公文表格, 落款, 成文日期.
 */
@Component
class WordPapers {

    private static final String OURS = "/documents/paper.docx";

    /** 156 mm in twentieths of a point. */
    private static final int TEXT_WIDTH = 8844;

    private static final int LAST_SHARE = 64;

    /** A word such as a checksum, before which a justified line would be drawn wide apart. */
    private static final Pattern LONG_WORD = Pattern.compile("[!-~]{30}");

    private final Path ofTheOffice;

    WordPapers(@Value("${qibu.documents.template:}") String template) {
        this.ofTheOffice = template.isBlank() ? null : Path.of(template);
    }

    byte[] write(PaperText paper) {
        SlowWork.mustHoldNoConnection("writing a Word file");
        try (var file = template();
                var document = new XWPFDocument(file)) {
            empty(document);
            document.getProperties().getCoreProperties().setTitle(paper.title());
            title(document, paper.titleLines());
            paragraph(document, "文号", paper.number());
            paper.body().forEach(block -> add(document, block));
            paper.closing().forEach(block -> paragraph(document, block).setKeepNext(true));
            if (paper.hasSignature()) {
                paragraph(document, "落款", paper.sender());
                paragraph(document, "成文日期", paper.date());
            }
            var out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream template() throws IOException {
        return ofTheOffice == null ? WordPapers.class.getResourceAsStream(OURS) : Files.newInputStream(ofTheOffice);
    }

    /** Takes the template's own explanation out; the page set-up at the end stays. */
    private static void empty(XWPFDocument document) {
        while (!document.getBodyElements().isEmpty()) {
            document.removeBodyElement(0);
        }
    }

    private static void title(XWPFDocument document, List<String> lines) {
        var paragraph = paragraph(document, "公文标题", lines.get(0));
        for (var line : lines.subList(1, lines.size())) {
            paragraph.createRun().addBreak();
            paragraph.createRun().setText(line);
        }
    }

    private static void add(XWPFDocument document, Block block) {
        if (block.kind() == Block.Kind.TABLE) {
            table(document, block.rows());
        } else {
            paragraph(document, block);
        }
    }

    private static XWPFParagraph paragraph(XWPFDocument document, Block block) {
        var paragraph = paragraph(document, block.kind().style(), block.text());
        if (LONG_WORD.matcher(block.text()).find()) {
            paragraph.setAlignment(ParagraphAlignment.LEFT);
        }
        return paragraph;
    }

    private static XWPFParagraph paragraph(XWPFDocument document, String style, String text) {
        var paragraph = document.createParagraph();
        fill(document, paragraph, style, text);
        return paragraph;
    }

    private static void table(XWPFDocument document, List<List<String>> rows) {
        var table = document.createTable(rows.size(), rows.get(0).size());
        table.setStyleID(styleId(document, "公文表格"));
        table.setWidth("100%");
        var grid = table.getCTTbl().addNewTblGrid();
        for (var x = 0; x < rows.get(0).size(); x++) {
            grid.addNewGridCol()
                    .setW(BigInteger.valueOf(TEXT_WIDTH * share(x, rows.get(0).size()) / 100));
        }
        for (var y = 0; y < rows.size(); y++) {
            var row = table.getRow(y);
            row.setCantSplitRow(true);
            row.setRepeatHeader(y == 0);
            var columns = rows.get(y).size();
            for (var x = 0; x < columns; x++) {
                row.getCell(x).setWidth(share(x, columns) + "%");
                fill(
                        document,
                        row.getCell(x).getParagraphs().get(0),
                        Block.Kind.TABLE.style(),
                        rows.get(y).get(x));
            }
        }
    }

    /** The last of several columns holds the words and takes most of the width; in per cent. */
    private static int share(int column, int columns) {
        if (columns < 3) {
            return 100 / columns;
        }
        return column == columns - 1 ? LAST_SHARE : (100 - LAST_SHARE) / (columns - 1);
    }

    private static void fill(XWPFDocument document, XWPFParagraph paragraph, String style, String text) {
        paragraph.setStyle(styleId(document, style));
        paragraph.createRun().setText(text);
    }

    private static String styleId(XWPFDocument document, String name) {
        var style = document.getStyles().getStyleWithName(name);
        if (style == null) {
            throw new IllegalStateException("公文模板里没有样式“" + name + "”。 The Word template lacks a style.");
        }
        return style.getStyleId();
    }
}
