package org.qibu.matter.page;

import java.security.Principal;
import java.util.List;
import org.qibu.engine.FormRefused;
import org.qibu.engine.NotYourTask;
import org.qibu.engine.TaskUnavailable;
import org.qibu.matter.access.StaffAccess;
import org.qibu.matter.form.Corrections;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The button on the staff's page of a matter that takes the last form back. */
@Controller
class StaffCorrection {

    private final StaffAccess staffAccess;
    private final Corrections corrections;

    StaffCorrection(StaffAccess staffAccess, Corrections corrections) {
        this.staffAccess = staffAccess;
        this.corrections = corrections;
    }

    @PostMapping("/staff/matters/{matterNo}/corrections")
    String takeBack(
            @PathVariable String matterNo,
            @RequestParam(defaultValue = "") String taskId,
            @RequestParam(defaultValue = "") String reason,
            Principal user,
            RedirectAttributes answer) {
        var view = staffAccess.open(matterNo, user);
        try {
            corrections.takeBack(matterNo, view.account().id(), taskId, reason);
            answer.addFlashAttribute("done", "correction.done");
        } catch (FormRefused refused) {
            answer.addFlashAttribute(
                    "refused",
                    refused.faults().stream().map(FormRefused.Fault::message).toList());
        } catch (NotYourTask notYours) {
            answer.addFlashAttribute("refused", List.of(notYours.getMessage()));
        } catch (TaskUnavailable builtOn) {
            answer.addFlashAttribute("refused", List.of(builtOn.getMessage()));
        }
        return "redirect:/staff/matters/{matterNo}";
    }
}
