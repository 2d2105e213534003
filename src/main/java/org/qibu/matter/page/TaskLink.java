package org.qibu.matter.page;

import java.security.Principal;
import java.util.Optional;
import org.qibu.engine.tasks.TaskMatters;
import org.qibu.mail.staff.MailLinkClicks;
import org.qibu.matter.access.NothingThere;
import org.qibu.matter.access.StaffAccess;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the links of mails to staff lead: after the login to the task in the task list, or to the matter's page when the task
 * is done or another's.
 */
@Controller
class TaskLink {

    private final TaskMatters places;
    private final MailLinkClicks mailLinkClicks;
    private final StaffAccess staffAccess;

    TaskLink(TaskMatters places, MailLinkClicks mailLinkClicks, StaffAccess staffAccess) {
        this.places = places;
        this.mailLinkClicks = mailLinkClicks;
        this.staffAccess = staffAccess;
    }

    @GetMapping("/staff/tasks/{taskId:[A-Za-z0-9-]+}/open")
    String task(
            @PathVariable String taskId,
            @RequestParam Optional<String> mail,
            Principal user,
            RedirectAttributes answer) {
        mail.ifPresent(token -> mailLinkClicks.follow(token, user.getName()));
        return open(taskId, user, answer);
    }

    @GetMapping("/staff/mail/{token:[A-Za-z0-9_-]+}/open")
    String mail(@PathVariable String token, Principal user, RedirectAttributes answer) {
        var about = mailLinkClicks.follow(token, user.getName()).orElseThrow(NothingThere::matter);
        if (about.taskId() != null) {
            return open(about.taskId(), user, answer);
        }
        return switch (about.kind()) {
            case DIGEST -> "redirect:/camunda/app/tasklist/default/";
            case ABSENCE -> "redirect:/staff/me";
            case PROCESS_FAULT -> "redirect:/staff/processes";
            default ->
                about.matterNo() == null ? "redirect:/staff/matters" : "redirect:/staff/matters/" + about.matterNo();
        };
    }

    private String open(String taskId, Principal user, RedirectAttributes answer) {
        if (places.isForColleague(taskId, user.getName())) {
            return "redirect:/staff/me#for-others";
        }
        if (places.isWorkable(taskId, user.getName())) {
            return "redirect:/camunda/app/tasklist/default/#/?task=" + taskId;
        }
        var matterNo = places.matterOf(taskId).orElseThrow(NothingThere::matter);
        staffAccess.open(matterNo, user);
        answer.addFlashAttribute("done", places.isOpen(taskId) ? "staffmail.task.others" : "staffmail.task.over");
        return "redirect:/staff/matters/" + matterNo;
    }
}
