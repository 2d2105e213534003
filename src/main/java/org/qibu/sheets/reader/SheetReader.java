package org.qibu.sheets.reader;

import java.util.List;
import org.qibu.availability.SlowWork;
import org.qibu.sheets.Column;
import org.qibu.sheets.SheetRefused;
import org.qibu.sheets.SheetRow;
import org.qibu.sheets.SheetTable;
import org.qibu.sheets.xlsx.XlsxTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads a table people send the way a person sees it who opens the file: an XLSX file, Strict Open XML as well; text with
 * commas, semicolons or tabs in UTF-8, UTF-16 or GB18030; rows pasted from a spreadsheet. The one reader of all rooms.
 */
@Component
public class SheetReader {

    private static final Logger LOG = LoggerFactory.getLogger(SheetReader.class);
    private static final int LARGEST = 20 * 1024 * 1024;

    /** The rows of {@link #table}. */
    public List<SheetRow> read(String fileName, byte[] content, List<Column> columns) {
        return table(fileName, content, columns).rows();
    }

    /**
     * The rows below the headings; rows blank in the columns asked for are left out but counted.
     *
     * @param fileName as the sender named the file; the content decides what it is
     * @param columns those to read; others in the table are passed over
     * @throws SheetRefused where it is not such a table, or where a person sees something else than what is stored
     */
    public SheetTable table(String fileName, byte[] content, List<Column> columns) {
        var table = look(fileName, content, columns);
        if (!table.faults().isEmpty()) {
            throw new SheetRefused(table.faults());
        }
        return table;
    }

    /**
     * The same for whoever checks the content as well and tells of all that is wrong at once: where a person sees something
     * else than what is stored, the table says so in its faults.
     *
     * @throws SheetRefused where it is not such a table
     */
    public SheetTable look(String fileName, byte[] content, List<Column> columns) {
        SlowWork.mustHoldNoConnection("reading a table");
        if (content.length == 0) {
            throw new SheetRefused("这个文件是空的。");
        }
        if (content.length > LARGEST) {
            throw new SheetRefused("文件超过 20 MB，请分成几个文件。");
        }
        try {
            return FileKind.isZipped(content)
                    ? XlsxTable.read(content, columns)
                    : CsvTable.read(FileText.of(content), columns);
        } catch (SheetRefused refused) {
            if (refused.faults().isEmpty()) {
                throw refused;
            }
            return new SheetTable(List.of(), "", refused.faults());
        } catch (RuntimeException unexpected) {
            LOG.warn("A table of {} bytes could not be read: {}", content.length, unexpected.toString());
            throw new SheetRefused("这个文件里有读不懂的内容；请用表格软件打开后另存为“Excel 工作簿”再上传。");
        }
    }
}
