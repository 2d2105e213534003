package org.qibu.notices.objections;

import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Map;
import org.qibu.engine.FormRefused;
import org.qibu.limits.Sender;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Objections for programs, from anybody. */
@RestController
public class ObjectionApi {

    private final ObjectionIntake desk;

    ObjectionApi(ObjectionIntake desk) {
        this.desk = desk;
    }

    /** An objection as a program sends it. */
    record ObjectionBody(
            String objector,
            String content,
            @JsonAlias("email") String contact) {}

    /** What was kept; {@code no} is the number the objector is told. */
    record Taken(long objectionId, int no) {}

    @PostMapping("/api/matters/{matterNo}/objections")
    ResponseEntity<Object> raise(
            @PathVariable String matterNo,
            @RequestBody ObjectionBody said,
            Principal user,
            HttpServletRequest request) {
        try {
            var objection = desk.take(
                    matterNo,
                    new NewObjection(said.objector(), said.content(), said.contact()),
                    Sender.of(request),
                    user);
            return ResponseEntity.accepted().body(new Taken(objection.id(), objection.no()));
        } catch (FormRefused refused) {
            return ResponseEntity.badRequest()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem(refused));
        }
    }

    private static ProblemDetail problem(FormRefused refused) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, refused.faults().get(0).message());
        problem.setProperty(
                "errors",
                refused.faults().stream()
                        .map(fault -> Map.of("field", fault.key(), "message", fault.message()))
                        .toList());
        return problem;
    }
}
