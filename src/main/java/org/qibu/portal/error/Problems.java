package org.qibu.portal.error;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Makes problem details (RFC 9457) with a sentence for people and an id for the log. */
public final class Problems {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Problems() {}

    /** A short id that a person can read out on the telephone. */
    public static String newId() {
        var id = new byte[5];
        RANDOM.nextBytes(id);
        return HexFormat.of().withUpperCase().formatHex(id);
    }

    static ProblemDetail detail(HttpStatusCode status, String sentence, String id) {
        var problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setProperty("errorId", id);
        return problem;
    }

    public static ResponseEntity<ProblemDetail> answer(HttpStatusCode status, String sentence, String id) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail(status, sentence, id));
    }
}
