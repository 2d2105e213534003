package org.qibu.portal.error;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.qibu.engine.RefusedValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/**
 * Refuses what no page and no interface could read, before or after it was found who would answer: broken uploads, and values
 * no database keeps. What is said stands in {@link ErrorPages}.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class RefusedRequests {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedRequests.class);

    /** Lists of a form are never made longer by a name such as {@code x[100000].y} (CVE-2026-59282). */
    @InitBinder
    void keepToWhatIsThere(WebDataBinder binder) {
        binder.setAutoGrowNestedPaths(false);
    }

    @ExceptionHandler
    void tooLarge(MaxUploadSizeExceededException upload, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        refuse(HttpStatus.PAYLOAD_TOO_LARGE, upload, request, response);
    }

    /** An upload that is none: without a boundary, cut off, or with far too many parts. */
    @ExceptionHandler
    void broken(MultipartException upload, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        refuse(HttpStatus.BAD_REQUEST, upload, request, response);
    }

    /** Values of a page; those of an interface are refused by {@link Refusals}. */
    @ExceptionHandler
    void notKept(DataIntegrityViolationException value, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var status = RefusedValue.of(value)
                .map(kind -> HttpStatus.valueOf(kind.status()))
                .orElse(HttpStatus.CONFLICT);
        refuse(status, value, request, response);
    }

    private static void refuse(
            HttpStatus status, Exception reason, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LOG.info("{} {} {}: {}", status.value(), request.getMethod(), request.getRequestURI(), firstLine(reason));
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            // the page that tells of an error cannot read the upload either
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter().write(ContainerErrors.page(response.getStatus()));
            return;
        }
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, reason);
        response.sendError(status.value());
    }

    private static String firstLine(Exception reason) {
        return String.valueOf(reason.getMessage()).lines().findFirst().orElse("");
    }
}
