package org.qibu.sheets.xlsx;

import java.util.ArrayList;
import java.util.List;
import org.qibu.sheets.SheetRefused;
import org.qibu.sheets.format.Looks;
import org.qibu.sheets.format.Numbers;
import org.qibu.sheets.format.Palette;
import org.qibu.sheets.format.Styles;
import org.qibu.sheets.xml.PartXml;
import org.xml.sax.Attributes;

/** What an XLSX file says about itself: its sheets in order, which of them are hidden, from when it counts days. */
class Workbook {

    private final ZipParts parts;
    private final Relations relations;
    private final List<Sheet> sheets = new ArrayList<>();
    private boolean from1904;

    /**
     * A sheet.
     *
     * @param part where its XML is
     */
    record Sheet(String name, boolean hidden, String part) {}

    /** Opens the workbook whose main part has this name. */
    Workbook(ZipParts parts, String main) {
        this.parts = parts;
        this.relations = Relations.of(parts, main);
        parts.listen(main, new Listener(), "工作簿");
        if (sheets.isEmpty()) {
            throw new SheetRefused("这个工作簿里没有工作表。");
        }
    }

    private final class Listener extends PartXml {

        @Override
        public void start(String name, Attributes attributes) {
            if ("workbookPr".equals(name)) {
                from1904 = isTrue(attributes, "date1904");
            }
            if ("sheet".equals(name)) {
                var relation = relations.byId(value(attributes, "id"));
                if (relation.filter(found -> found.isOf("worksheet")).isPresent()) {
                    sheets.add(new Sheet(
                            value(attributes, "name"),
                            !List.of("", "visible").contains(value(attributes, "state")),
                            relation.get().target()));
                } else if (relation.isEmpty()) {
                    throw new SheetRefused("工作表“" + value(attributes, "name") + "”不在文件里；请用表格软件打开后另存为“Excel 工作簿”再上传。");
                }
            }
        }
    }

    List<Sheet> sheets() {
        return sheets;
    }

    Numbers numbers() {
        var styles = new Styles();
        relations.first("styles").ifPresent(part -> parts.listen(part, styles, "单元格格式"));
        return new Numbers(styles, from1904);
    }

    Looks looks() {
        var palette = new Palette();
        relations.first("theme").ifPresent(part -> parts.listen(part, palette, "主题"));
        var looks = new Looks(palette);
        relations.first("styles").ifPresent(part -> parts.listen(part, looks, "单元格格式"));
        return looks;
    }

    SharedTexts texts() {
        var texts = new SharedTexts();
        relations.first("sharedStrings").ifPresent(part -> parts.listen(part, texts, "文字表"));
        return texts;
    }
}
