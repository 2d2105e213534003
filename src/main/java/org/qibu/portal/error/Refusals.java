package org.qibu.portal.error;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qibu.availability.BrokenBody;
import org.qibu.availability.DatabaseTrouble;
import org.qibu.availability.OutOfMemory;
import org.qibu.community.rolls.RollRefused;
import org.qibu.community.rolls.RowFault;
import org.qibu.engine.FormRefused;
import org.qibu.engine.NotYourTask;
import org.qibu.engine.RefusedValue;
import org.qibu.engine.TaskUnavailable;
import org.qibu.matter.access.NothingThere;
import org.qibu.matter.file.FileRefused;
import org.qibu.sheets.CellFault;
import org.qibu.sheets.SheetRefused;
import org.qibu.voting.ballots.BallotsRefused;
import org.qibu.voting.polls.PollClosed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers programs why something was refused: one sentence, the fields it is about, an id to ask with. */
@RestControllerAdvice(annotations = RestController.class)
@Order(0)
class Refusals extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final MessageSource texts;

    Refusals(MessageSource texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> form(FormRefused refused) {
        var answer =
                refuse(HttpStatus.UNPROCESSABLE_ENTITY, refused.faults().get(0).message());
        answer.getBody()
                .setProperty(
                        "errors", refused.faults().stream().map(Refusals::error).toList());
        return answer;
    }

    private static Map<String, String> error(FormRefused.Fault fault) {
        return Map.of("field", fault.key(), "message", fault.message());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> sheet(SheetRefused refused) {
        if (refused.faults().isEmpty()) {
            return file(refused);
        }
        var answer = refuse(HttpStatus.UNPROCESSABLE_ENTITY, refused.getMessage());
        answer.getBody()
                .setProperty(
                        "errors", refused.faults().stream().map(Refusals::error).toList());
        return answer;
    }

    private static Map<String, Object> error(CellFault fault) {
        return Map.of("row", fault.row(), "field", fault.column(), "message", fault.message());
    }

    @ExceptionHandler(FileRefused.class)
    ResponseEntity<ProblemDetail> file(RuntimeException refused) {
        var answer = refuse(HttpStatus.UNPROCESSABLE_ENTITY, refused.getMessage());
        answer.getBody().setProperty("errors", List.of(Map.of("field", "file", "message", refused.getMessage())));
        return answer;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> ballots(BallotsRefused refused) {
        var answer = refuse(HttpStatus.UNPROCESSABLE_ENTITY, refused.getMessage());
        answer.getBody().setProperty("errors", refused.faults());
        return answer;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> poll(PollClosed closed) {
        return refuse(HttpStatus.CONFLICT, closed.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> roll(RollRefused refused) {
        var answer = refuse(HttpStatus.UNPROCESSABLE_ENTITY, refused.getMessage());
        answer.getBody()
                .setProperty(
                        "errors", refused.faults().stream().map(Refusals::error).toList());
        answer.getBody().setProperty("rows", refused.rows());
        answer.getBody().setDetail(refused.getMessage() + whatToDo(refused));
        return answer;
    }

    private static String whatToDo(RollRefused refused) {
        var renames = refused.renames() > 1
                ? "其中 " + refused.renames() + " 人编号相同、姓名不同，都是改名的，请加上 renamed=all:" + refused.renames() + "。"
                : "";
        var prefix = refused.prefix().isEmpty() ? "" : "是另一份从头编号的表格的，请加上 prefix=" + refused.prefix() + "。";
        return renames + prefix;
    }

    private static Map<String, Object> error(RowFault fault) {
        return Map.of("row", fault.row(), "field", fault.field(), "message", fault.message());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> task(TaskUnavailable gone) {
        return refuse(HttpStatus.valueOf(gone.status()), gone.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> task(NotYourTask notYours) {
        return refuse(HttpStatus.FORBIDDEN, notYours.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> nothing(NothingThere nothing) {
        return refuse(HttpStatus.NOT_FOUND, nothing.getMessage());
    }

    @ExceptionHandler({DataIntegrityViolationException.class, ConcurrencyFailureException.class})
    ResponseEntity<ProblemDetail> race(Exception lost) {
        var status = RefusedValue.of(lost).orElse(RefusedValue.THERE_ALREADY) == RefusedValue.NOT_KEEPABLE
                ? HttpStatus.BAD_REQUEST
                : HttpStatus.CONFLICT;
        return refuse(status, say(status));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception fault, HttpServletRequest request) {
        OutOfMemory.endIfCauseOf(fault);
        if (BrokenBody.isOf(request)) {
            return refuse(HttpStatus.BAD_REQUEST, say(HttpStatus.BAD_REQUEST));
        }
        return DatabaseTrouble.of(fault).map(trouble -> trouble(trouble, fault)).orElseGet(() -> ours(fault));
    }

    private ResponseEntity<ProblemDetail> trouble(DatabaseTrouble trouble, Exception fault) {
        if (trouble == DatabaseTrouble.RACE) {
            return refuse(HttpStatus.CONFLICT, say(HttpStatus.CONFLICT));
        }
        LOG.warn("{}: {}", trouble, fault.getMessage());
        var answer = refuse(HttpStatus.SERVICE_UNAVAILABLE, say(HttpStatus.SERVICE_UNAVAILABLE));
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, "10")
                .body(answer.getBody());
    }

    private ResponseEntity<ProblemDetail> ours(Exception fault) {
        var id = Problems.newId();
        LOG.error("{}", id, fault);
        return Problems.answer(HttpStatus.INTERNAL_SERVER_ERROR, say(HttpStatus.INTERNAL_SERVER_ERROR), id);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception fault, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = Problems.detail(status, sentence(fault, status), Problems.newId());
        return super.handleExceptionInternal(fault, problem, headers, status, request);
    }

    /** What a room said on purpose stays; the framework's own English does not. */
    private String sentence(Exception fault, HttpStatusCode status) {
        return fault instanceof ResponseStatusException said && said.getReason() != null
                ? said.getReason()
                : say(status);
    }

    private static ResponseEntity<ProblemDetail> refuse(HttpStatus status, @Nullable String sentence) {
        return Problems.answer(status, String.valueOf(sentence), Problems.newId());
    }

    private String say(HttpStatusCode status) {
        var language = LocaleContextHolder.getLocale();
        var rest = texts.getMessage("error.400.text", null, language);
        return texts.getMessage("error." + status.value() + ".text", null, rest, language);
    }
}
