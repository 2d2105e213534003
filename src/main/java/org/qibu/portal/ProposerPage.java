package org.qibu.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.qibu.engine.FormRefused;
import org.qibu.matter.access.NotNow;
import org.qibu.matter.access.NothingThere;
import org.qibu.matter.proposer.Act;
import org.qibu.matter.proposer.Acts;
import org.qibu.matter.proposer.NotTheProposer;
import org.qibu.matter.proposer.ReceiptLimit;
import org.qibu.matter.proposer.TooManyReceipts;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the holder of a receipt does on the public page of a matter; whatever was refused stays in the form. */
@Controller
class ProposerPage {

    private final Acts acts;
    private final MatterPage page;
    private final ReceiptLimit receipts;
    private final MessageSource texts;

    ProposerPage(Acts acts, MatterPage page, ReceiptLimit receipts, MessageSource texts) {
        this.acts = acts;
        this.page = page;
        this.receipts = receipts;
        this.texts = texts;
    }

    /** An act that was refused: what was entered, and what is wrong at which field; an empty field for the act as a whole. */
    record Tried(Act act, String receipt, String text, Map<String, String> faults) {}

    @PostMapping("/matters/{matterNo}/acts/{path}")
    String make(
            @PathVariable String matterNo,
            @PathVariable String path,
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "") String text,
            Locale language,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes answer) {
        var act = find(path);
        try {
            receipts.guard(
                    request.getRemoteAddr(), matterNo, receipt, () -> acts.make(act, matterNo, receipt, text, null));
            answer.addFlashAttribute("done", "act.done." + act);
            return "redirect:/matters/{matterNo}#acts";
        } catch (FormRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("tried", new Tried(act, receipt, text, faults(refused)));
        } catch (NotTheProposer refused) {
            response.setStatus(refused.getStatusCode().value());
            model.addAttribute("tried", new Tried(act, receipt, text, Map.of("receipt", refused.getReason())));
        } catch (TooManyReceipts refused) {
            response.setStatus(refused.getStatusCode().value());
            refused.getHeaders().forEach((name, values) -> response.setHeader(name, values.get(0)));
            model.addAttribute("tried", new Tried(act, receipt, text, Map.of("receipt", refused.getReason())));
        } catch (NotNow refused) {
            response.setStatus(refused.getStatusCode().value());
            model.addAttribute("tried", new Tried(act, receipt, text, Map.of("", refused.getReason())));
        }
        return page.matter(matterNo, language, model);
    }

    /** The act once more, with what was written, where the token of its form was too old to be trusted; nothing was done. */
    @PostMapping("/matters/{matterNo}/acts/{path}/again")
    String again(
            @PathVariable String matterNo,
            @PathVariable String path,
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "") String text,
            Locale language,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        var again = texts.getMessage("form.again", null, language);
        model.addAttribute("tried", new Tried(find(path), receipt, text, Map.of("", again)));
        return page.matter(matterNo, language, model);
    }

    private static Act find(String path) {
        return Act.ofPath(path).orElseThrow(() -> new NothingThere("没有这种操作。"));
    }

    private static Map<String, String> faults(FormRefused refused) {
        return refused.faults().stream()
                .collect(Collectors.toMap(fault -> "text", FormRefused.Fault::message, (a, b) -> a));
    }
}
