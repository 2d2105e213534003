package org.qibu.sheets.reader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.qibu.sheets.SheetRefused;

/** What a file is by its first bytes, so that it is refused for what it is and not for what it might be. */
final class FileKind {

    private static final String TO_XLSX = "请另存为“Excel 工作簿”（.xlsx）再上传。";

    private static final Map<String, String> OTHERS = Map.of(
            "%PDF", "这是 PDF 文件，不是表格；请上传 CSV 文件或“Excel 工作簿”（.xlsx）。",
            "Rar!", "这是压缩包，不是表格；请解压后上传里面的表格。",
            "7z\u00BC\u00AF", "这是压缩包，不是表格；请解压后上传里面的表格。",
            "\u001F\u008B", "这是压缩包，不是表格；请解压后上传里面的表格。",
            "\u0089PNG", "这是图片，不是表格；请上传 CSV 文件或“Excel 工作簿”（.xlsx）。",
            "\u00FF\u00D8\u00FF", "这是图片，不是表格；请上传 CSV 文件或“Excel 工作簿”（.xlsx）。",
            "{\\rtf", "这是 RTF 文档，不是表格；请把内容放进表格后上传。");

    private FileKind() {}

    static boolean isZipped(byte[] content) {
        return startsWith(content, "PK\u0003\u0004") || startsWith(content, "PK\u0005\u0006");
    }

    /** Refuses files of other programs. */
    static void refuseOthers(byte[] content) {
        if (startsWith(content, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            throw new SheetRefused(compound(content));
        }
        if (startsWith(content, "\t\b") || startsWith(content, "\t\u0004") || startsWith(content, "\t\u0002")) {
            throw new SheetRefused("这是旧格式的 Excel 表格，" + TO_XLSX);
        }
        OTHERS.forEach((first, said) -> {
            if (startsWith(content, first)) {
                throw new SheetRefused(said);
            }
        });
    }

    /** Refuses text that is the source of a page or of another format. */
    static void refuseMarkup(String text) {
        var begin = text.substring(0, Math.min(text.length(), 2_000)).strip().toLowerCase(Locale.ROOT);
        if (begin.startsWith("<?xml") || begin.startsWith("<workbook")) {
            throw new SheetRefused("这是 XML 文件，不是表格；请用表格软件打开后另存为“Excel 工作簿”（.xlsx）再上传。");
        }
        if (begin.startsWith("<!doctype")
                || begin.startsWith("<html")
                || begin.startsWith("<table")
                || begin.startsWith("<meta")
                || begin.startsWith("mime-version:")) {
            throw new SheetRefused("这是网页，不是表格；请用表格软件打开后另存为“Excel 工作簿”（.xlsx）再上传。");
        }
    }

    /** What a compound file of the time before 2007 is; Excel puts an encrypted workbook into one as well. */
    private static String compound(byte[] content) {
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            var root = files.getRoot();
            if (root.hasEntry(Decryptor.DEFAULT_POIFS_ENTRY)) {
                return "这个文件设有密码，请取消密码后另存为“Excel 工作簿”（.xlsx）再上传。";
            }
            if (root.hasEntry("Workbook")
                    || root.hasEntry("WORKBOOK")
                    || root.hasEntry("Book")
                    || root.hasEntry("BOOK")) {
                return "这是旧格式（.xls 或 .et）的表格，" + TO_XLSX;
            }
            return root.hasEntry("WordDocument") ? "这是 Word 文档，不是表格；请把内容放进表格后上传。" : "这是旧格式的文件，不是 Excel 表格；" + TO_XLSX;
        } catch (IOException | RuntimeException e) {
            return "这是旧格式（.xls、.et）的文件，并且已损坏；" + TO_XLSX;
        }
    }

    private static boolean startsWith(byte[] content, String signs) {
        var first = signs.getBytes(StandardCharsets.ISO_8859_1);
        if (content.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if (content[i] != first[i]) {
                return false;
            }
        }
        return true;
    }
}
