package org.qibu.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What mails looked like when they were written down, byte by byte; written anew with {@code -Dqibu.draw=true}. */
public final class GoldenFile {

    private static final Path FOLDER = Path.of("src/test/resources/golden-mails");

    private GoldenFile() {}

    public static void holds(String name, String content) throws IOException {
        var file = FOLDER.resolve(name);
        if (Boolean.getBoolean("qibu.draw")) {
            Files.writeString(file, content);
        }
        assertThat(content).as(name).isEqualTo(Files.readString(file));
    }
}
