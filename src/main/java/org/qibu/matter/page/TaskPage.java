package org.qibu.matter.page;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.qibu.engine.tasks.VisibleTasks;
import org.qibu.matter.access.NothingThere;
import org.qibu.matter.access.StaffAccess;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Leads from a task to the page of its matter; the tab beside the task's form begins here. */
@Controller
class TaskPage {

    private final VisibleTasks tasks;
    private final StaffAccess staffAccess;

    TaskPage(VisibleTasks tasks, StaffAccess staffAccess) {
        this.tasks = tasks;
        this.staffAccess = staffAccess;
    }

    /** Whoever may not see the matter is told so in a sentence and learns nothing else. */
    @GetMapping("/staff/tasks/{taskId}")
    String matter(@PathVariable String taskId, Principal user, HttpServletResponse response) {
        var matterNo = tasks.matterOf(taskId).filter(no -> isOpen(no, user));
        if (matterNo.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return "staff/task-unseen";
        }
        return "redirect:/staff/matters/" + matterNo.get();
    }

    private boolean isOpen(String matterNo, Principal user) {
        try {
            staffAccess.open(matterNo, user);
            return true;
        } catch (NothingThere notForYou) {
            return false;
        }
    }
}
