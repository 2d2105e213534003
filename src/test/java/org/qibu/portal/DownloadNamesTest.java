package org.qibu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ContentDisposition;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Every download has a name that every programme reads: one in ASCII, and beside it the real one. */
class DownloadNamesTest {

    @ParameterizedTest
    @CsvSource({
        "选票-HZ-AS-2026-0001-P1.xlsx, HZ-AS-2026-0001-P1.xlsx",
        "会议纪要.docx, file.docx",
        "会议 纪要 2.pdf, 2.pdf",
        "办理结果-隐名.pdf, file.pdf",
        "放假安排-2027.xlsx, 2027.xlsx",
        "没有结尾, file",
        "𠮷野.tar.gz, tar.gz"
    })
    void aChineseNameHasOneInAsciiBeside(String name, String fallback) throws Exception {
        var answer = new MockHttpServletResponse();
        new DownloadNames().doFilter(new MockHttpServletRequest(), answer, new MockFilterChain(new Giving(name)));
        var header = answer.getHeader("Content-Disposition");
        assertThat(header)
                .startsWith("attachment; filename=\"" + fallback + "\"; filename*=UTF-8''")
                .doesNotContain("=?");
        assertThat(ContentDisposition.parse(header.replaceFirst(" filename=\"[^\"]*\";", ""))
                        .getFilename())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"issue-collection.dmn", "HZ-AS-2026-0001.pdf"})
    void aNameInAsciiStaysAsItIs(String name) throws Exception {
        var answer = new MockHttpServletResponse();
        new DownloadNames().doFilter(new MockHttpServletRequest(), answer, new MockFilterChain(new Giving(name)));
        assertThat(answer.getHeader("Content-Disposition")).contains(name).doesNotContain("=?");
    }

    @Test
    void noNameBeginsAnotherHeader() {
        assertThat(DownloadNames.rewritten(
                        "Content-Disposition", "attachment; filename=\"a\r\nSet-Cookie: x=1\u0000.pdf\""))
                .isEqualTo("attachment; filename=\"a__Set-Cookie: x=1_.pdf\"");
        assertThat(DownloadNames.rewritten("X-Other", "a\tb")).isEqualTo("a\tb");
    }

    /** Hands a file out as our pages do. */
    private static final class Giving extends HttpServlet {

        private static final long serialVersionUID = 1L;

        private final String name;

        Giving(String name) {
            this.name = name;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) {
            response.setHeader(
                    "Content-Disposition",
                    ContentDisposition.attachment()
                            .filename(name, StandardCharsets.UTF_8)
                            .build()
                            .toString());
        }
    }
}
