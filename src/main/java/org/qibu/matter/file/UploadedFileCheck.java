package org.qibu.matter.file;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.Tika;
import org.qibu.text.TextCharacters;
import org.springframework.stereotype.Component;

/** Judges an uploaded file by its content, whatever its name says; pictures come out as fresh JPEG. */
@Component
class UploadedFileCheck {

    private static final int LARGEST = 20 * 1024 * 1024;
    private static final int LARGEST_PICTURE = 10 * 1024 * 1024;
    private static final int LONGEST_NAME = 120;
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String TEXT = "text/plain";
    private static final int DELETE = 0x7F;
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/webp");
    private static final Pattern PHONE_PICTURES = Pattern.compile("image/(heic|heif|avif)(-sequence)?");
    private static final Map<String, String> PAPERS =
            Map.of("application/pdf", "pdf", WORD, "docx", EXCEL, "xlsx", TEXT, "txt");
    private static final Map<String, OfficeFile.Kind> OFFICE =
            Map.of(WORD, OfficeFile.Kind.WORD, EXCEL, OfficeFile.Kind.EXCEL);

    private final Tika tika = new Tika();
    private final Pictures pictures;

    UploadedFileCheck(Pictures pictures) {
        this.pictures = pictures;
    }

    /** What is kept of an upload; {@code preview} is null where it is no picture. */
    record Clean(String name, String contentType, byte[] content, byte[] preview) {}

    Clean check(String name, byte[] content) {
        if (content.length == 0) {
            throw new FileRefused("“" + plain(name) + "”是空文件。");
        }
        if (content.length > LARGEST) {
            throw new FileRefused("“" + plain(name) + "”超过 20 MB，请压缩后再上传。");
        }
        var type = tika.detect(content, name);
        if (PICTURES.contains(type)) {
            return picture(name, content);
        }
        if (PHONE_PICTURES.matcher(type).matches()) {
            throw new FileRefused("“" + plain(name) + "”是 HEIC 格式的照片，暂不支持。请在手机的相机设置里选择“兼容性最佳”后重新拍照，或另存为 JPG 再上传。");
        }
        if (!PAPERS.containsKey(type) || OFFICE.containsKey(type) && !OfficeFile.is(OFFICE.get(type), content)) {
            throw new FileRefused("“" + plain(name) + "”不是可以上传的文件，请上传 jpg、png、webp 图片或 pdf、docx、xlsx、txt 文件。");
        }
        if (TEXT.equals(type) && !isReadable(content)) {
            throw new FileRefused("“" + plain(name) + "”里有看不见的控制字符（如 NUL），不是完好的文本；请用记事本打开核对，另存为 UTF-8 后再上传。");
        }
        return new Clean(named(name, PAPERS.get(type)), type, content, null);
    }

    /** Whether nothing stands in a text that no program shows: a zero, an escape, the bytes of another kind of file. */
    private static boolean isReadable(byte[] content) {
        var bytes = new String(content, StandardCharsets.ISO_8859_1);
        var isOfTwoBytes = bytes.startsWith("\u00FF\u00FE") || bytes.startsWith("\u00FE\u00FF");
        var text = isOfTwoBytes ? new String(content, StandardCharsets.UTF_16) : bytes;
        return text.chars().noneMatch(sign -> sign < ' ' && "\t\n\r\f\u000B".indexOf(sign) < 0 || sign == DELETE);
    }

    private Clean picture(String name, byte[] content) {
        if (content.length > LARGEST_PICTURE) {
            throw new FileRefused("图片“" + plain(name) + "”超过 10 MB，请缩小后再上传。");
        }
        var drawn = pictures.fresh(plain(name), content);
        return new Clean(named(name, "jpg"), "image/jpeg", drawn.full(), drawn.preview());
    }

    private static String named(String name, String ending) {
        var stem = plain(name).replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
        return (stem.isBlank() ? "file" : stem) + "." + ending;
    }

    /** The last part of a path; a stroke stands for a sign that means something to a file system, a header or a page. */
    private static String plain(String name) {
        var last = name == null ? "" : name.replaceFirst("^.*[/\\\\]", "");
        TextCharacters.fault(last).ifPresent(fault -> {
            throw new FileRefused("文件名" + fault.replace("改用标准汉字", "改名后再上传"));
        });
        var harmless = TextCharacters.shownOnOneLine(last)
                .replaceAll("[\"<>:|?*;%]", "_")
                .strip();
        var length = harmless.codePointCount(0, harmless.length());
        return length > LONGEST_NAME
                ? harmless.substring(harmless.offsetByCodePoints(0, length - LONGEST_NAME))
                : harmless;
    }
}
