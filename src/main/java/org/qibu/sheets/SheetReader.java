package org.qibu.sheets;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Reads a table people send: CSV in UTF-8 or GB18030, or the first sheet of an XLSX file. */
@Component
public class SheetReader {

    private static final int LARGEST = 20 * 1024 * 1024;

    /**
     * The rows below the heading; blank rows are left out but counted.
     *
     * @param fileName as the sender named the file; the content decides what it is
     * @param columns those to read; others in the table are passed over
     * @throws SheetRefused where it is not such a table
     */
    public List<SheetRow> read(String fileName, byte[] content, List<Column> columns) {
        if (content.length == 0) {
            throw new SheetRefused("这个文件是空的。");
        }
        if (content.length > LARGEST) {
            throw new SheetRefused("文件超过 20 MB，请分成几个文件。");
        }
        refuseOldAndMacro(fileName == null ? "" : fileName.toLowerCase(Locale.ROOT), content);
        var rows = new Rows(columns);
        if (startsWith(content, 'P', 'K')) {
            XlsxTable.read(content, rows);
        } else {
            CsvTable.read(content, rows);
        }
        return rows.all();
    }

    private static void refuseOldAndMacro(String name, byte[] content) {
        if (name.endsWith(".xlsm") || name.endsWith(".xltm") || name.endsWith(".xlam")) {
            throw new SheetRefused("含有宏的表格不能上传，请另存为不含宏的 XLSX 文件。");
        }
        if (name.endsWith(".xls") || name.endsWith(".xlsb") || startsWith(content, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new SheetRefused("旧格式或加密的表格不能上传，请用电子表格软件另存为 XLSX 文件（不设密码）。");
        }
    }

    private static boolean startsWith(byte[] content, int... signs) {
        for (int i = 0; i < signs.length; i++) {
            if (content.length <= i || (content[i] & 0xFF) != signs[i]) {
                return false;
            }
        }
        return true;
    }
}
