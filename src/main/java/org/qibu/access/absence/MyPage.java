package org.qibu.access.absence;

import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.qibu.access.absence.Absences.Absence;
import org.qibu.engine.NotYourTask;
import org.qibu.engine.TaskUnavailable;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.identity.Accounts.Account;
import org.qibu.engine.submission.TakeOver;
import org.qibu.mail.staff.MailChoice;
import org.qibu.mail.staff.MailChoice.NewTasks;
import org.qibu.mail.staff.MailChoices;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What each member of staff settles for themselves: how mail reaches them, when they are away, what they do for others. */
@Controller
@RequestMapping("/staff/me")
class MyPage {

    private static final int FIRST_HOUR = 6;
    private static final int LAST_HOUR = 21;

    private final Accounts accounts;
    private final MailChoices choices;
    private final AbsenceEntry absences;
    private final AbsenceRights rights;
    private final WorkForOthers forOthers;
    private final TakeOver takeOver;

    MyPage(
            Accounts accounts,
            MailChoices choices,
            AbsenceEntry absences,
            AbsenceRights rights,
            WorkForOthers forOthers,
            TakeOver takeOver) {
        this.accounts = accounts;
        this.choices = choices;
        this.absences = absences;
        this.rights = rights;
        this.forOthers = forOthers;
        this.takeOver = takeOver;
    }

    /** One's own time away as the page shows it; {@code by} is empty where one entered it oneself. */
    record Away(Absence absence, String name, String by) {}

    @GetMapping
    String page(Principal user, Model model) {
        return show(user.getName(), AbsenceForm.empty(), Map.of(), model);
    }

    @PostMapping("/mail")
    String mail(
            @RequestParam(defaultValue = "zh") String language,
            @RequestParam NewTasks newTasks,
            @RequestParam(defaultValue = "false") boolean remindersInDigest,
            @RequestParam int digestHour,
            @RequestParam(defaultValue = "false") boolean unclaimed,
            Principal user,
            RedirectAttributes answer) {
        var hour = Math.min(Math.max(digestHour, FIRST_HOUR), LAST_HOUR);
        var locale = "en".equals(language) ? Locale.ENGLISH : Locale.CHINESE;
        choices.keep(user.getName(), new MailChoice(locale, newTasks, remindersInDigest, hour, unclaimed));
        answer.addFlashAttribute("answer", "me.mail.kept");
        return "redirect:/staff/me";
    }

    @PostMapping("/absences")
    String away(@ModelAttribute AbsenceForm form, Principal user, Model model, RedirectAttributes answer) {
        var faults = absences.enter(user.getName(), form, user.getName());
        if (!faults.isEmpty()) {
            return show(user.getName(), form, faults, model);
        }
        answer.addFlashAttribute("answer", "me.away.kept");
        answer.addFlashAttribute("uncovered", absences.uncovered(user.getName(), form.deputy()));
        return "redirect:/staff/me#away";
    }

    @PostMapping("/absences/{id}/end")
    String back(@PathVariable long id, Principal user, RedirectAttributes answer) {
        var done = absences.end(id, user.getName(), user.getName());
        answer.addFlashAttribute("answer", done ? "me.away.ended" : "me.away.over");
        return "redirect:/staff/me#away";
    }

    @PostMapping("/tasks/{taskId}/take")
    String take(@PathVariable String taskId, Principal user, RedirectAttributes answer) {
        try {
            takeOver.take(taskId, user.getName());
            return "redirect:/staff/tasks/" + taskId + "/open";
        } catch (NotYourTask refused) {
            return refused(refused.getMessage(), answer);
        } catch (TaskUnavailable refused) {
            return refused(refused.getMessage(), answer);
        }
    }

    private static String refused(@Nullable String sentence, RedirectAttributes answer) {
        answer.addFlashAttribute("refused", sentence);
        return "redirect:/staff/me#for-others";
    }

    private String show(String account, AbsenceForm form, Map<String, String> faults, Model model) {
        model.addAttribute("choice", choices.of(account));
        model.addAttribute("ways", NewTasks.values());
        model.addAttribute(
                "hours", IntStream.rangeClosed(FIRST_HOUR, LAST_HOUR).boxed().toList());
        model.addAttribute("address", accounts.find(account).map(Account::email).orElse(null));
        model.addAttribute("entersForOthers", rights.isKeeper(account));
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("today", absences.today());
        model.addAttribute("colleagues", absences.colleaguesOf(account));
        model.addAttribute(
                "absences",
                absences.coming(account).stream()
                        .map(each -> new Away(
                                each,
                                accounts.nameOf(each.deputyId()),
                                each.enteredBy() == null ? "" : accounts.nameOf(each.enteredBy())))
                        .toList());
        model.addAttribute("entrusted", forOthers.of(account));
        return "staff/me";
    }
}
