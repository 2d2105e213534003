package org.qibu.portal.error;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.DispatcherServlet;

/** What remains to be said when something went wrong: a page for people, a problem detail for programs. */
@Controller
public class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private static final String RETRY_SECONDS = "10";

    private final MessageSource texts;

    ErrorPages(MessageSource texts) {
        this.texts = texts;
    }

    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    String page(HttpServletRequest request, HttpServletResponse response, Model model) {
        var status = status(request);
        response.setStatus(status.value());
        sayWhenToComeBack(status, response);
        model.addAttribute("errorId", note(request, status));
        model.addAttribute("kind", kind(status));
        said(request).ifPresent(sentence -> model.addAttribute("said", sentence));
        return "error/page";
    }

    /** Under which number title and text stand in the messages. */
    private static int kind(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND, CONFLICT, SERVICE_UNAVAILABLE, FORBIDDEN -> status.value();
            case UNAUTHORIZED -> HttpStatus.FORBIDDEN.value();
            default ->
                status.is4xxClientError() ? HttpStatus.BAD_REQUEST.value() : HttpStatus.INTERNAL_SERVER_ERROR.value();
        };
    }

    /** What a room said on purpose; the framework's own English does not count. */
    private static Optional<String> said(HttpServletRequest request) {
        return request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE) instanceof ResponseStatusException refused
                ? Optional.ofNullable(refused.getReason())
                : Optional.empty();
    }

    private static void sayWhenToComeBack(HttpStatus status, HttpServletResponse response) {
        if (status == HttpStatus.SERVICE_UNAVAILABLE && !response.containsHeader(HttpHeaders.RETRY_AFTER)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
    }

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request, HttpServletResponse response, Locale language) {
        var status = status(request);
        sayWhenToComeBack(status, response);
        var sentence =
                said(request).orElseGet(() -> texts.getMessage("error." + kind(status) + ".text", null, language));
        return Problems.answer(status, sentence, note(request, status));
    }

    private static HttpStatus status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? Optional.ofNullable(HttpStatus.resolve(code)).orElse(HttpStatus.INTERNAL_SERVER_ERROR)
                : HttpStatus.NOT_FOUND;
    }

    private static String note(HttpServletRequest request, HttpStatus status) {
        var id = Problems.newId();
        if (status.is5xxServerError()) {
            LOG.error("{} at {}", id, request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), (Throwable)
                    request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        }
        return id;
    }
}
