package org.qibu.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What remains to be said when something went wrong: a page for people, a problem detail for programs. */
@Controller
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final MessageSource texts;

    ErrorPages(MessageSource texts) {
        this.texts = texts;
    }

    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    String page(HttpServletRequest request, HttpServletResponse response, Model model) {
        var status = status(request);
        response.setStatus(status.value());
        model.addAttribute("errorId", note(request, status));
        return switch (status) {
            case NOT_FOUND -> "error/404";
            case CONFLICT -> "error/409";
            case SERVICE_UNAVAILABLE -> "error/503";
            case FORBIDDEN, UNAUTHORIZED -> "error/403";
            default -> status.is4xxClientError() ? "error/400" : "error/500";
        };
    }

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request, Locale language) {
        var status = status(request);
        var kind = status == HttpStatus.INTERNAL_SERVER_ERROR ? "500" : String.valueOf(status.value());
        var sentence = texts.getMessage(
                "error." + kind + ".text", null, texts.getMessage("error.400.text", null, language), language);
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
