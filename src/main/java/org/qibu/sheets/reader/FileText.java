package org.qibu.sheets.reader;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qibu.sheets.SheetRefused;

/**
 * The text of a file: in UTF-8 or UTF-16, with or without a mark of it, or in the Chinese national standard GB18030 that
 * spreadsheets save in, of which GBK is a part.
 */
final class FileText {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String NO_TABLE = "这个文件不是表格，请上传 CSV 文件或“Excel 工作簿”（.xlsx）。";
    private static final String BROKEN = "这个文件里有读不出的字节，文字编码不一致；请另存为“Excel 工作簿”（.xlsx）再上传。";

    /** The first character that takes three bytes in UTF-8, as all Chinese ones do. */
    private static final int FIRST_OF_THREE_BYTES = 0x800;

    /** Bytes that Java still reads as private characters, though GB18030-2022 names them. */
    private static final Map<Integer, String> NAMED_SINCE = namedSince();

    private FileText() {}

    /** @throws SheetRefused where the bytes are no text */
    static String of(byte[] content) {
        if (hasBytes(content, 0xFF, 0xFE, 0, 0) || hasBytes(content, 0, 0, 0xFE, 0xFF)) {
            throw new SheetRefused("这个文件的文字编码是 UTF-32，读不了；请另存为 UTF-8 的 CSV 文件或“Excel 工作簿”（.xlsx）再上传。");
        }
        var marked = marked(content);
        if (marked != null) {
            var text = strictly(marked, content)
                    .map(read -> read.startsWith("\uFEFF") ? read.substring(1) : read)
                    .orElseThrow(() -> new SheetRefused(BROKEN));
            FileKind.refuseMarkup(text);
            return text;
        }
        FileKind.refuseOthers(content);
        var text = unmarked(content);
        FileKind.refuseMarkup(text);
        return text;
    }

    /** The encoding a file says it is in; null where it says nothing. */
    private static @Nullable Charset marked(byte[] content) {
        if (hasBytes(content, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (hasBytes(content, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return hasBytes(content, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean hasBytes(byte[] content, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (content.length <= i || (content[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static String unmarked(byte[] content) {
        var zeros = new int[2];
        for (int i = 0; i < content.length; i++) {
            zeros[i % 2] += content[i] == 0 ? 1 : 0;
        }
        if (zeros[0] + zeros[1] > 0) {
            return ofTwoBytes(content, zeros);
        }
        return strictly(StandardCharsets.UTF_8, content)
                .or(() -> hasLineOfUtf8(content)
                        ? Optional.empty()
                        : strictly(GB18030, content).map(FileText::named))
                .orElseThrow(() -> new SheetRefused(isMostlyText(content) ? BROKEN : NO_TABLE));
    }

    /**
     * Whether a file that is not UTF-8 as a whole has a line that is, which in GB18030 would be rare characters without a
     * meaning: two files in two encodings that somebody put together.
     */
    private static boolean hasLineOfUtf8(byte[] content) {
        var from = 0;
        for (int i = 0; i <= content.length; i++) {
            if (i == content.length || content[i] == '\n' || content[i] == '\r') {
                var line = Arrays.copyOfRange(content, from, i);
                from = i + 1;
                if (strictly(StandardCharsets.UTF_8, line)
                        .filter(text -> text.codePoints()
                                        .filter(sign -> sign >= FIRST_OF_THREE_BYTES)
                                        .count()
                                > 1)
                        .isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Tabs, line ends and digits of UTF-16 have a zero byte on the same side throughout. */
    private static String ofTwoBytes(byte[] content, int[] zeros) {
        var likely = zeros[1] > zeros[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        return strictly(likely, content)
                .filter(text -> text.indexOf('\0') < 0 && text.matches("(?s).*[\\t\\r\\n].*"))
                .orElseThrow(() -> new SheetRefused(withoutZeros(content)));
    }

    /** What to say of zero bytes: text with some of them among its signs is one that was damaged, anything else no text. */
    private static String withoutZeros(byte[] content) {
        var others = new byte[content.length];
        var count = 0;
        var line = 1;
        for (var each : content) {
            if (each != 0) {
                others[count++] = each;
            } else if (line > 0) {
                line = -line;
            }
            line += line > 0 && each == '\n' ? 1 : 0;
        }
        var rest = Arrays.copyOf(others, count);
        return isMostlyText(rest)
                        && strictly(StandardCharsets.UTF_8, rest)
                                .or(() -> strictly(GB18030, rest))
                                .isPresent()
                ? "这个文件第 " + -line + " 行有看不见的控制字符（NUL），文件可能没有保存完整；请用表格软件打开核对，另存为“Excel 工作簿”（.xlsx）再上传。"
                : NO_TABLE;
    }

    private static boolean isMostlyText(byte[] content) {
        var controls = 0;
        for (var each : content) {
            controls += each >= 0 && each < 0x20 && "\t\r\n".indexOf(each) < 0 ? 1 : 0;
        }
        return controls == 0;
    }

    private static Optional<String> strictly(Charset charset, byte[] content) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String named(String text) {
        var named = new StringBuilder();
        text.codePoints().forEach(sign -> named.append(NAMED_SINCE.getOrDefault(sign, Character.toString(sign))));
        return named.toString();
    }

    private static Map<Integer, String> namedSince() {
        var named = new HashMap<Integer, String>();
        var pairs = new int[][] {
            {0xA6D9, 0xFE10},
            {0xA6DA, 0xFE12},
            {0xA6DB, 0xFE11},
            {0xA6DC, 0xFE13},
            {0xA6DD, 0xFE14},
            {0xA6DE, 0xFE15},
            {0xA6DF, 0xFE16},
            {0xA6EC, 0xFE17},
            {0xA6ED, 0xFE18},
            {0xA6F3, 0xFE19},
            {0xA8BC, 0x1E3F},
            {0xFE51, 0x20087},
            {0xFE52, 0x20089},
            {0xFE53, 0x200CC},
            {0xFE59, 0x9FB4},
            {0xFE61, 0x9FB5},
            {0xFE66, 0x9FB6},
            {0xFE67, 0x9FB7},
            {0xFE6C, 0x215D7},
            {0xFE6D, 0x9FB8},
            {0xFE76, 0x2298F},
            {0xFE7E, 0x9FB9},
            {0xFE90, 0x9FBA},
            {0xFE91, 0x241FE},
            {0xFEA0, 0x9FBB}
        };
        for (var pair : pairs) {
            var read = new String(new byte[] {(byte) (pair[0] >> 8), (byte) pair[0]}, GB18030).codePointAt(0);
            if (Character.getType(read) == Character.PRIVATE_USE) {
                named.put(read, Character.toString(pair[1]));
            }
        }
        return named;
    }
}
