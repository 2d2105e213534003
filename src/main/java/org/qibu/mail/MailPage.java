package org.qibu.mail;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.ZoneId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows staff the mails of their communities and lets them send a failed one again. */
@Controller
@RequestMapping("/staff/mail")
class MailPage {

    private final MailRegister register;
    private final MailVisibility visibility;
    private final MailLoop loop;

    MailPage(MailRegister register, MailVisibility visibility, MailLoop loop) {
        this.register = register;
        this.visibility = visibility;
        this.loop = loop;
    }

    @GetMapping
    String list(
            @ModelAttribute("search") MailRegister.Search search,
            @RequestParam(defaultValue = "0") int page,
            Principal user,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("sheet", register.find(visibility.communitiesOf(user), search, Math.max(page, 0)));
        model.addAttribute("shanghai", ZoneId.of("Asia/Shanghai"));
        model.addAttribute("keeper", MailTextsPage.isKeeper(request));
        model.addAttribute("kinds", MailKind.values());
        model.addAttribute("states", new String[] {"PENDING", "SENT", "EXPIRED", "BOUNCED"});
        return "staff/mail";
    }

    @PostMapping("/{id}/resend")
    String resend(@PathVariable long id, Principal user, RedirectAttributes answer) {
        var done = register.resend(id, visibility.communitiesOf(user));
        if (done) {
            loop.wake();
        }
        answer.addFlashAttribute("answer", done ? "mail.resend.done" : "mail.resend.gone");
        return "redirect:/staff/mail";
    }
}
