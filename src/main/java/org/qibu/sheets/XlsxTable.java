package org.qibu.sheets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The first sheet of an XLSX file, read as a stream so that a large one stays cheap. */
final class XlsxTable {

    /** Unpacked, in bytes; 50 000 rows of a roll take less than half of it. */
    static final long LARGEST = 64L * 1024 * 1024;

    private static final int MOST_PARTS = 1_000;
    private static final String UNREADABLE = "这个文件打不开，可能已损坏或设有密码，请另存为 XLSX 后再上传。";

    static {
        ZipSecureFile.setMaxEntrySize(LARGEST);
    }

    private XlsxTable() {}

    static void read(byte[] content, Rows rows) {
        checkPackage(content);
        try (var parts = OPCPackage.open(new ByteArrayInputStream(content))) {
            read(new XSSFReader(parts), new ReadOnlySharedStringsTable(parts), rows);
        } catch (IOException
                | SAXException
                | OpenXML4JException
                | OpenXML4JRuntimeException
                | POIXMLException
                | UnsupportedFileFormatException
                | RecordFormatException e) {
            throw new SheetRefused(UNREADABLE);
        }
    }

    private static void read(XSSFReader reader, ReadOnlySharedStringsTable strings, Rows rows)
            throws IOException, OpenXML4JException, SAXException {
        Iterator<InputStream> sheets = reader.getSheetsData();
        if (!sheets.hasNext()) {
            throw new SheetRefused(UNREADABLE);
        }
        try (var sheet = sheets.next()) {
            var parser = XMLHelper.newXMLReader();
            parser.setContentHandler(new SheetXml(reader.getStylesTable(), strings, rows));
            parser.parse(new InputSource(sheet));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Unpacks once without keeping anything: no macro, no more than can be handled. */
    private static void checkPackage(byte[] content) {
        var sink = new byte[8192];
        long size = 0;
        var parts = 0;
        try (var zip = new ZipArchiveInputStream(new ByteArrayInputStream(content), "UTF8", true, true)) {
            for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                if (part.getName().endsWith("vbaProject.bin")) {
                    throw new SheetRefused("含有宏的表格不能上传，请另存为不含宏的 XLSX 文件。");
                }
                for (int read = zip.read(sink); read >= 0; read = zip.read(sink)) {
                    size += read;
                    if (size > LARGEST) {
                        throw new SheetRefused("这个文件解压后过大，不能上传。");
                    }
                }
                if (++parts > MOST_PARTS) {
                    throw new SheetRefused("这个文件解压后过大，不能上传。");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new SheetRefused(UNREADABLE);
        }
    }
}
