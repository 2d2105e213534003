package org.qibu.implementation.handover;

import java.security.Principal;
import java.util.List;
import org.qibu.engine.FormRefused;
import org.qibu.engine.NotYourTask;
import org.qibu.matter.access.NotNow;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The sub-district's form on the matter's page that puts another unit in the lead. */
@Controller
class LeadUnitPage {

    private final HandOver handOver;

    LeadUnitPage(HandOver handOver) {
        this.handOver = handOver;
    }

    @PostMapping("/staff/matters/{matterNo}/lead-unit")
    String handOver(
            @PathVariable String matterNo,
            @RequestParam(defaultValue = "") String leadUnit,
            @RequestParam(defaultValue = "") String reason,
            Principal user,
            RedirectAttributes answer) {
        try {
            handOver.to(matterNo, leadUnit, reason, user);
            answer.addFlashAttribute("done", "handover.done");
        } catch (FormRefused refused) {
            refused.faults()
                    .forEach(fault -> answer.addFlashAttribute("handOverFault_" + fault.key(), fault.message()));
            answer.addFlashAttribute("handOverUnit", leadUnit);
            answer.addFlashAttribute("handOverReason", reason);
        } catch (NotNow refused) {
            answer.addFlashAttribute("refused", List.of(refused.getReason()));
        } catch (NotYourTask refused) {
            answer.addFlashAttribute("refused", List.of(refused.getMessage()));
        }
        return "redirect:/staff/matters/{matterNo}#handover";
    }
}
