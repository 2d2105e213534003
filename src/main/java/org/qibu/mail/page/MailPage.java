package org.qibu.mail.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.qibu.mail.MailKind;
import org.qibu.mail.MailVisibility;
import org.qibu.mail.PhoneBook;
import org.qibu.mail.outbox.MailLoop;
import org.qibu.mail.outbox.MailRegister;
import org.qibu.mail.outbox.PhoneCalls;
import org.qibu.mail.staff.StaffMailTrail;
import org.qibu.text.ChinaTime;
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
    private final StaffMailTrail trail;
    private final PhoneCalls calls;
    private final PhoneBook phones;
    private final MailVisibility visibility;
    private final MailLoop loop;

    MailPage(
            MailRegister register,
            StaffMailTrail trail,
            PhoneCalls calls,
            PhoneBook phones,
            MailVisibility visibility,
            MailLoop loop) {
        this.register = register;
        this.trail = trail;
        this.calls = calls;
        this.phones = phones;
        this.visibility = visibility;
        this.loop = loop;
    }

    /** Somebody to be called, with the number for those who may see it. */
    record CallDue(PhoneCalls.Call call, String phone) {}

    @GetMapping
    String list(
            @ModelAttribute("search") MailRegister.Search search,
            @RequestParam(defaultValue = "0") int page,
            Principal user,
            HttpServletRequest request,
            Model model) {
        var scope = visibility.scopeOf(user);
        var sheet = register.find(scope, search, Math.max(page, 0));
        model.addAttribute("sheet", sheet);
        model.addAttribute("trail", trail.of(sheet.mails()));
        model.addAttribute(
                "calls", calls.open(scope).stream().map(call -> due(call, user)).toList());
        model.addAttribute("shanghai", ChinaTime.ZONE);
        model.addAttribute("keeper", MailTextsPage.isKeeper(request));
        model.addAttribute("kinds", MailKind.known());
        model.addAttribute("states", new String[] {"PENDING", "SENT", "EXPIRED", "BOUNCED", "WITHHELD"});
        return "staff/mail";
    }

    private CallDue due(PhoneCalls.Call call, Principal user) {
        var missed = new PhoneBook.Missed(call.accountId(), call.matterNo(), call.address());
        return new CallDue(call, phones.phoneOf(missed, user).orElse(""));
    }

    @PostMapping("/calls/{id}/done")
    String called(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String remark,
            Principal user,
            RedirectAttributes answer) {
        if (remark.isBlank()) {
            answer.addFlashAttribute("answer", "mailcall.remark.missing");
        } else {
            var done = calls.done(id, visibility.scopeOf(user), user.getName(), remark);
            answer.addFlashAttribute("answer", done ? "mailcall.done" : "mailcall.gone");
        }
        return "redirect:/staff/mail";
    }

    @PostMapping("/{id}/resend")
    String resend(@PathVariable long id, Principal user, RedirectAttributes answer) {
        var done = register.resend(id, visibility.scopeOf(user));
        if (done) {
            loop.wake();
        }
        answer.addFlashAttribute("answer", done ? "mail.resend.done" : "mail.resend.gone");
        return "redirect:/staff/mail";
    }
}
