package org.qibu.voting;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.qibu.text.Sha256;

/** SHA-256 over lines of text, each ended by a line feed, in UTF-8, so that anybody can compute it again. */
public final class Checksum {

    private Checksum() {}

    public static String of(Stream<String> lines) {
        var begun = Sha256.empty();
        lines.forEach(line -> begun.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        return Sha256.hex(begun, new byte[0]);
    }
}
