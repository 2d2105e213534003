package org.qibu.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, by which content is known again; texts count in UTF-8. */
public final class Sha256 {

    private Sha256() {}

    /** The sum of these bytes in 64 small hexadecimal digits. */
    public static String hex(byte[] content) {
        return hex(empty(), content);
    }

    /** The sum of this text in 64 small hexadecimal digits. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The sum of what was given to {@code begun} so far and of these bytes at last. */
    public static String hex(MessageDigest begun, byte[] last) {
        return HexFormat.of().formatHex(begun.digest(last));
    }

    /** The 32 bytes of the sum of this text. */
    public static byte[] of(String text) {
        return empty().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A sum of nothing yet, for content that comes piece by piece. */
    public static MessageDigest empty() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
