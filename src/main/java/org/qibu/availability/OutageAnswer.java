package org.qibu.availability;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Writes the 503 answer without using session, template, message source or database. */
final class OutageAnswer {

    /** After how many seconds it is worth trying again. */
    static final int RETRY_SECONDS = 10;

    private static final String SENTENCE = "系统暂时不能办理，这次操作没有完成。请过一会儿再试，已经提交成功的内容不会丢失。";
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>系统暂时不能办理</title></head>
            <body><main><h1>系统暂时不能办理</h1><p>%s</p>
            <p lang="en">Not available at the moment; this was not done. Please try again in a while.</p>
            <p><a href="">再试一次</a></p></main></body></html>
            """.formatted(SENTENCE);
    private static final String PROBLEM = """
            {"type":"about:blank","title":"Service Unavailable","status":503,"detail":"%s","message":"%s","fields":[]}\
            """.formatted(SENTENCE, SENTENCE);

    private OutageAnswer() {}

    /** A page for people, a problem detail for programs; nothing of what was written before stays. */
    static void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.reset();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_SECONDS));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        var body = wantsPage(request) ? PAGE : PROBLEM;
        response.setContentType(
                (wantsPage(request) ? MediaType.TEXT_HTML : MediaType.APPLICATION_PROBLEM_JSON) + ";charset=UTF-8");
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }

    private static boolean wantsPage(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }
}
