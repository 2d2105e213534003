package org.qibu.matter.proposer;

import java.security.Principal;
import java.util.List;
import org.qibu.engine.FormRefused;
import org.qibu.matter.access.NotNow;
import org.qibu.matter.access.NothingThere;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What staff do for a proposer on the matter's page. */
@Controller
class StaffActs {

    private final Acts acts;

    StaffActs(Acts acts) {
        this.acts = acts;
    }

    @PostMapping("/staff/matters/{matterNo}/acts/{path}")
    String make(
            @PathVariable String matterNo,
            @PathVariable String path,
            @RequestParam(defaultValue = "") String text,
            Principal user,
            RedirectAttributes answer) {
        var act = Act.ofPath(path).orElseThrow(() -> new NothingThere("没有这种操作。"));
        try {
            acts.make(act, matterNo, "", text, user);
            answer.addFlashAttribute("done", "act.done." + act);
        } catch (FormRefused refused) {
            answer.addFlashAttribute("triedAct", act);
            answer.addFlashAttribute("triedText", text);
            answer.addFlashAttribute("triedFault", refused.faults().get(0).message());
        } catch (NotNow | NotTheProposer refused) {
            answer.addFlashAttribute("refused", List.of(refused.getReason()));
        }
        return "redirect:/staff/matters/{matterNo}#acts";
    }
}
