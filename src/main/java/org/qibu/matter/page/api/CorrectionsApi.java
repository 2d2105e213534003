package org.qibu.matter.page.api;

import java.security.Principal;
import java.util.Objects;
import org.qibu.matter.access.StaffAccess;
import org.qibu.matter.form.Corrections;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The doer of the last form of a matter takes it back: 200, 403 for somebody else, 409 when something was built on it. */
@RestController
class CorrectionsApi {

    private final StaffAccess staffAccess;
    private final Corrections corrections;

    CorrectionsApi(StaffAccess staffAccess, Corrections corrections) {
        this.staffAccess = staffAccess;
        this.corrections = corrections;
    }

    /** {@code taskId} is the task whose form is meant; without it whichever was submitted last. */
    record Correction(String taskId, String reason) {}

    /** The task that asks for the form anew. */
    record Anew(String taskId) {}

    @PostMapping("/api/matters/{matterNo}/corrections")
    Anew takeBack(@PathVariable String matterNo, @RequestBody Correction correction, Principal user) {
        var view = staffAccess.open(matterNo, user);
        return new Anew(corrections.takeBack(
                view.matter().matterNo(),
                view.account().id(),
                Objects.requireNonNullElse(correction.taskId(), ""),
                Objects.requireNonNullElse(correction.reason(), "")));
    }
}
