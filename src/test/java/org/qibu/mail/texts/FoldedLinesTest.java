package org.qibu.mail.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A line of a calendar file is at most 75 octets long, and no character is cut. */
class FoldedLinesTest {

    private static final String SUMMARY = "SUMMARY:" + "爱山社区居民议事会：3幢电梯加装方案协商，𠮷野家门前停车".repeat(6);

    @Test
    void linesAreFoldedByOctetsAndComeOutWholeAgain() {
        var folded = FoldedLines.of("BEGIN:VEVENT\r\n" + SUMMARY + "\r\nLOCATION:" + "a".repeat(300) + "\r\n");
        assertThat(Arrays.stream(folded.split("\r\n")).mapToInt(line -> line.getBytes(StandardCharsets.UTF_8).length))
                .allMatch(octets -> octets <= 75)
                .contains(75);
        assertThat(folded.replace("\r\n ", ""))
                .isEqualTo("BEGIN:VEVENT\r\n" + SUMMARY + "\r\nLOCATION:" + "a".repeat(300) + "\r\n");
        assertThat(folded).doesNotContain("\uFFFD").endsWith("\r\n");
    }
}
