package org.qibu.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibu.matter.file.TextCharset;

/** A text is handed out in the characters it was written in. */
class TextCharsetTest {

    private static final String TEXT = "楼道照明改造，施工单位说明：三日内完工。㐂";

    @ParameterizedTest
    @CsvSource({"UTF-8, UTF-8", "GB18030, GB18030", "UTF-16, UTF-16"})
    void whatWasWrittenIsRead(String written, String said) {
        var content = TEXT.getBytes(Charset.forName(written));
        var type = TextCharset.typeOf("text/plain", content);
        assertThat(type.getCharset()).isEqualTo(Charset.forName(said));
        assertThat(new String(content, type.getCharset())).isEqualTo(TEXT);
    }

    @Test
    void otherFilesStayWhatTheyAre() {
        assertThat(TextCharset.typeOf("application/pdf", new byte[] {1, 2})).hasToString("application/pdf");
        assertThat(TextCharset.typeOf("text/plain", "abc".getBytes(StandardCharsets.US_ASCII)))
                .hasToString("text/plain;charset=UTF-8");
    }
}
