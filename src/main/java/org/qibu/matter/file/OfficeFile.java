package org.qibu.matter.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/**
 * Recognises a Word or Excel file, as against an archive that only looks like one: its list of contents names the main
 * part of a document without macros, the part is there, and nothing in it could run. Names are compared without case,
 * as Windows does.
 */
final class OfficeFile {

    /** The two kinds that are taken. */
    enum Kind {
        WORD("word/document.xml", "wordprocessingml.document.main+xml"),
        EXCEL("xl/workbook.xml", "spreadsheetml.sheet.main+xml");

        private final String main;
        private final String type;

        Kind(String main, String type) {
            this.main = main;
            this.type = type;
        }
    }

    private static final int MOST_ENTRIES = 5_000;
    private static final int LONGEST_LIST = 1_000_000;
    private static final String CONTENTS = "[content_types].xml";
    /** Where the parts of such a file stand; anything else is something else. */
    private static final Set<String> PLACES =
            Set.of("_rels", "docprops", "word", "xl", "customxml", "[trash]", "custom", "docmetadata");

    private static final Pattern RUNS = Pattern.compile(
            ".*(vbaproject|vbadata|macrosheets|activex|attachedtoolbars)\\b.*|.*\\.(class|jar|exe|dll|js|vbs|bat|cmd|ps1|hta|scr|com|lnk)");
    private static final Pattern MACROS = Pattern.compile("macroenabled|vbaproject|ms-office\\.activex");

    private OfficeFile() {}

    /** Whether the bytes are such a file. */
    static boolean is(Kind kind, byte[] content) {
        var hasMain = false;
        var list = "";
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
            var count = 0;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = entry.getName()
                        .toLowerCase(Locale.ROOT)
                        .replace('\\', '/')
                        .replaceFirst("^/+", "");
                if (++count > MOST_ENTRIES || RUNS.matcher(name).matches() || !isInPlace(name)) {
                    return false;
                }
                hasMain |= name.equals(kind.main);
                if (name.equals(CONTENTS)) {
                    list += new String(zip.readNBytes(LONGEST_LIST), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
        return hasMain && list.contains(kind.type) && !MACROS.matcher(list).find();
    }

    private static boolean isInPlace(String name) {
        var end = name.indexOf('/');
        return end < 0 ? name.equals(CONTENTS) || name.endsWith(".xml") : PLACES.contains(name.substring(0, end));
    }
}
