package org.qibu.matter.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;

/** In which characters a text file was written, so that it is shown as whoever wrote it saw it. */
public final class TextCharset {

    private static final Charset NATIONAL_STANDARD = Charset.forName("GB18030");
    private static final int MARK = 2;

    private TextCharset() {}

    /** The content type to hand a file out with: a text says its characters, everything else stays as it is. */
    public static MediaType typeOf(String contentType, byte[] content) {
        var type = MediaType.parseMediaType(contentType);
        return MediaType.TEXT_PLAIN.equalsTypeAndSubtype(type) ? new MediaType(type, of(content)) : type;
    }

    /** By the mark at the beginning; otherwise UTF-8 where the bytes are UTF-8, and the Chinese national standard else. */
    static Charset of(byte[] content) {
        if (content.length >= MARK && (content[0] & 0xFF) == 0xFF && (content[1] & 0xFF) == 0xFE
                || content.length >= MARK && (content[0] & 0xFF) == 0xFE && (content[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16;
        }
        return List.of(StandardCharsets.UTF_8, NATIONAL_STANDARD).stream()
                .filter(charset -> isIn(charset, content))
                .findFirst()
                .orElse(StandardCharsets.UTF_8);
    }

    private static boolean isIn(Charset charset, byte[] content) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
