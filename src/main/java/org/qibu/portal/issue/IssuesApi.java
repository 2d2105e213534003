package org.qibu.portal.issue;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.qibu.engine.FormRefused;
import org.qibu.engine.submission.StartRequests;
import org.qibu.limits.Limits;
import org.qibu.limits.Sender;
import org.qibu.portal.error.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Issues of residents, for programs: the keys of the form {@code record-issue} in, number and receipt out. */
@RestController
class IssuesApi {

    private final IssueSubmission door;

    IssuesApi(IssueSubmission door) {
        this.door = door;
    }

    @PostMapping("/api/issues")
    @ResponseStatus(HttpStatus.CREATED)
    IssueSubmission.Receipt raise(
            @RequestBody Map<String, Object> values,
            @RequestHeader(name = StartRequests.HEADER, defaultValue = "") String key,
            HttpServletRequest request) {
        var sender = Sender.of(request);
        if (!key.isBlank()) {
            request.setAttribute(StartRequests.ONCE, keyOf(sender, key));
        }
        return door.receive(sender, request.getUserPrincipal(), values);
    }

    /**
     * A key a stranger chose counts for the network it came from only: whoever guesses it elsewhere learns nothing of what was
     * raised with it, and keeps nobody from using it.
     */
    private static String keyOf(Sender sender, String key) {
        return Limits.digest(sender.network() + "\n" + key);
    }

    /** Like the engine's own start form: status 400 and {@code fields} with key and sentence. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(FormRefused refused) {
        var answer =
                Problems.answer(HttpStatus.BAD_REQUEST, refused.faults().get(0).message(), Problems.newId());
        answer.getBody()
                .setProperty(
                        "fields",
                        refused.faults().stream()
                                .map(fault -> Map.of("key", fault.key(), "message", fault.message()))
                                .toList());
        return answer;
    }
}
