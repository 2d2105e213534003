package org.qibu.sheets.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.util.XMLHelper;
import org.qibu.sheets.SheetRefused;
import org.qibu.sheets.format.Numbers;
import org.qibu.sheets.xml.PartXml;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The parts of a zipped file by name, unpacked when asked for and never more than can be handled. */
public class ZipParts implements AutoCloseable {

    /** Unpacked, in bytes; 50 000 rows of a roll take less than half of it. */
    public static final long LARGEST = 64L * 1024 * 1024;

    private static final int MOST_PARTS = 5_000;
    private static final String DAMAGED = "这个文件已损坏，解不开；请用表格软件打开后另存为“Excel 工作簿”再上传。";
    private static final String TOO_LARGE = "这个文件解压后过大，不能上传；表格下方如果有许多只设了格式的空行，请选中删去再保存。";

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> parts = new HashMap<>();
    private final Set<String> counted = new HashSet<>();
    private long unpacked;

    ZipParts(byte[] content) {
        try {
            zip = ZipFile.builder()
                    .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                    .get();
        } catch (IOException | RuntimeException e) {
            throw new SheetRefused(DAMAGED);
        }
        var entries = zip.getEntries();
        while (entries.hasMoreElements()) {
            var entry = entries.nextElement();
            if (parts.put(key(entry.getName()), entry) != null) {
                throw new SheetRefused(
                        "这个文件里有两份“" + Numbers.shortened(entry.getName()) + "”，分不清哪份是真的；请另存为“Excel 工作簿”。");
            }
            if (parts.size() > MOST_PARTS) {
                throw new SheetRefused(TOO_LARGE);
            }
        }
    }

    /** Names of parts are the same whatever their capitals (ECMA-376 part 2). */
    private static String key(String name) {
        var plain = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return plain.startsWith("/") ? plain.substring(1) : plain;
    }

    Set<String> names() {
        return parts.keySet();
    }

    boolean has(String name) {
        return parts.containsKey(key(name));
    }

    /** A part unpacked; empty where there is none of this name. */
    Optional<byte[]> read(String name) {
        var entry = parts.get(key(name));
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new SheetRefused("这个文件设有密码，请取消密码后另存为“Excel 工作簿”再上传。");
        }
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
            throw new SheetRefused(DAMAGED);
        }
        try (var content = zip.getInputStream(entry)) {
            var isFirst = counted.add(key(name));
            var bytes = content.readNBytes((int) (isFirst ? LARGEST - unpacked : LARGEST) + 1);
            unpacked += isFirst ? bytes.length : 0;
            if (unpacked > LARGEST) {
                throw new SheetRefused(TOO_LARGE);
            }
            return Optional.of(bytes);
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new SheetRefused(DAMAGED);
        }
    }

    /**
     * Passes the XML of a part to a listener.
     *
     * @param what the part as a person knows it, such as 工作表“业主名册”
     * @return whether there is such a part
     */
    boolean listen(String name, PartXml listener, String what) {
        var content = read(name);
        if (content.isEmpty()) {
            return false;
        }
        try {
            var parser = XMLHelper.newXMLReader();
            parser.setContentHandler(listener);
            parser.setErrorHandler(listener);
            parser.parse(new InputSource(new ByteArrayInputStream(content.get())));
            return true;
        } catch (IOException | SAXException e) {
            throw new SheetRefused(what + "已损坏，读不出；请用表格软件打开后另存为“Excel 工作簿”再上传。");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
