package org.qibu.sheets.xlsx;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.qibu.sheets.SheetRefused;
import org.qibu.sheets.xml.PartXml;
import org.xml.sax.Attributes;

/** Which program a zipped file is of, by what it says about itself; its name may say anything. */
final class ZippedKind {

    private ZippedKind() {}

    /**
     * The name of the main part of the Excel workbook a file is.
     *
     * @throws SheetRefused saying what it is instead
     */
    static String workbookOf(ZipParts parts) {
        if (parts.has("mimetype") && parts.has("content.xml")) {
            throw new SheetRefused("这是 OpenDocument 文件（.ods），请另存为“Excel 工作簿”（.xlsx）再上传。");
        }
        if (parts.names().stream().anyMatch(name -> name.endsWith(".iwa"))) {
            throw new SheetRefused("这是 Numbers 表格，请导出为 Excel 文件再上传。");
        }
        if (!parts.has("[Content_Types].xml")) {
            throw new SheetRefused("这是压缩包，不是表格；请解压后上传里面的表格。");
        }
        var main = Relations.of(parts, "")
                .first("officeDocument")
                .filter(parts::has)
                .orElseThrow(() -> new SheetRefused("这个文件里没有工作簿；请用表格软件打开后另存为“Excel 工作簿”再上传。"));
        var types = new ContentTypes();
        parts.listen("[Content_Types].xml", types, "文件的目录");
        refuseOthers(types.of(main), parts);
        return main;
    }

    private static void refuseOthers(String type, ZipParts parts) {
        if (type.contains("macroenabled") || parts.names().stream().anyMatch(name -> name.endsWith("vbaproject.bin"))) {
            throw new SheetRefused("含有宏的表格不能上传，请另存为不含宏的“Excel 工作簿”（.xlsx）。");
        }
        if (type.contains("sheet.binary")) {
            throw new SheetRefused("这是二进制工作簿（.xlsb），请另存为“Excel 工作簿”（.xlsx）再上传。");
        }
        if (type.contains("wordprocessingml")) {
            throw new SheetRefused("这是 Word 文档，不是表格；请把内容放进表格后上传。");
        }
        if (type.contains("presentationml")) {
            throw new SheetRefused("这是演示文稿，不是表格。");
        }
        if (!type.contains("spreadsheetml")) {
            throw new SheetRefused("这个文件不是表格，请上传 CSV 文件或“Excel 工作簿”（.xlsx）。");
        }
    }

    /** What a file says its parts are. */
    private static final class ContentTypes extends PartXml {

        private final Map<String, String> types = new HashMap<>();

        @Override
        public void start(String name, Attributes attributes) {
            var type = value(attributes, "ContentType").toLowerCase(Locale.ROOT);
            switch (name) {
                case "Override" -> types.put(value(attributes, "PartName").toLowerCase(Locale.ROOT), type);
                case "Default" -> types.put("." + value(attributes, "Extension").toLowerCase(Locale.ROOT), type);
                default -> {}
            }
        }

        String of(String part) {
            var name = "/" + part.toLowerCase(Locale.ROOT);
            var ending = "." + name.substring(name.lastIndexOf('.') + 1);
            return types.getOrDefault(name, types.getOrDefault(ending, ""));
        }
    }
}
