package org.qibu.implementation.emergency;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import org.qibu.engine.FormRefused;
import org.qibu.engine.NotYourTask;
import org.qibu.matter.Matter;
import org.qibu.matter.access.NotNow;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form on the matter's page for what was done at once. */
@Controller
class EmergencyWorkPage {

    private final EmergencyWork work;

    EmergencyWorkPage(EmergencyWork work) {
        this.work = work;
    }

    @PostMapping("/staff/matters/{matterNo}/emergency-work")
    String note(
            @PathVariable String matterNo,
            @RequestParam(defaultValue = "") String text,
            Principal user,
            RedirectAttributes answer) {
        try {
            work.note(matterNo, text, user);
            answer.addFlashAttribute("done", "emergency.done");
        } catch (FormRefused refused) {
            answer.addFlashAttribute("emergencyFault", refused.faults().get(0).message());
            answer.addFlashAttribute("emergencyText", text);
        } catch (NotNow refused) {
            answer.addFlashAttribute("refused", List.of(refused.getReason()));
        } catch (NotYourTask refused) {
            answer.addFlashAttribute("refused", List.of(refused.getMessage()));
        }
        return "redirect:/staff/matters/{matterNo}#emergency";
    }

    /** Adds to the model of a matter's page whether the visitor is offered the form. */
    @ControllerAdvice(annotations = Controller.class)
    static final class OnPages {

        private final EmergencyWork work;

        OnPages(EmergencyWork work) {
            this.work = work;
        }

        @ModelAttribute("emergencyWork")
        Offer offer(HttpServletRequest request) {
            return new Offer(work, request.getUserPrincipal());
        }
    }

    /** Asks only where a page shows it. */
    public record Offer(EmergencyWork work, Principal user) {

        /** Whether this visitor may write down what was done at once. */
        public boolean isOpenFor(Matter matter) {
            return work.isOpenTo(matter, user);
        }
    }
}
