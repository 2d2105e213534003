package org.qibu.matter.page.api;

import java.security.Principal;
import java.util.Map;
import org.qibu.engine.draft.Drafts;
import org.qibu.engine.submission.DraftService;
import org.qibu.engine.submission.DraftService.Standing;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Half-filled forms of whoever is logged in: of a task, and of a process that starts with a form. */
@RestController
class DraftsApi {

    private final DraftService desk;

    DraftsApi(DraftService desk) {
        this.desk = desk;
    }

    @GetMapping("/api/tasks/{taskId}/draft")
    Standing look(@PathVariable String taskId, Principal user) {
        return desk.standing(taskId, user.getName());
    }

    @PutMapping("/api/tasks/{taskId}/draft")
    Standing keep(@PathVariable String taskId, @RequestBody Map<String, Object> typed, Principal user) {
        return desk.keep(taskId, user.getName(), typed);
    }

    @DeleteMapping("/api/tasks/{taskId}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable String taskId, Principal user) {
        desk.forget(taskId, user.getName());
    }

    @GetMapping("/api/processes/{processKey}/draft")
    Standing lookAtStart(@PathVariable String processKey, Principal user) {
        return desk.startStanding(processKey, user.getName());
    }

    @PutMapping("/api/processes/{processKey}/draft")
    Standing keepStart(@PathVariable String processKey, @RequestBody Map<String, Object> typed, Principal user) {
        return desk.keepStart(processKey, user.getName(), typed);
    }

    @DeleteMapping("/api/processes/{processKey}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forgetStart(@PathVariable String processKey, Principal user) {
        desk.forget(Drafts.startOf(processKey), user.getName());
    }
}
