package org.qibu.portal.error;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * What the container says itself about a request that never reached a page of ours, because its address or its first lines
 * could not be read: one sentence in both languages, nothing of the product's inside. Made by the container by its name.
 */
public class ContainerErrors extends ErrorReportValve {

    private static final String PAGE = """
            <!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>七步</title></head>\
            <body><p>%s</p><p lang="en">%s</p><p><a href="/">七步 Qibu</a></p></body></html>
            """;

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        if (response.getStatus() < HttpServletResponse.SC_BAD_REQUEST
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType("text/html");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getReporter().write(page(response.getStatus()));
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            container.getLogger().debug("nobody is there any more", gone);
        }
    }

    static String page(int status) {
        return status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                ? PAGE.formatted("请求的内容或网址不正确，请检查后再试。", "The request or its address could not be read.")
                : PAGE.formatted("系统暂时无法完成操作，请稍后再试。", "The system could not do this now. Please try again later.");
    }
}
