package org.qibu.access.absence;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.qibu.access.absence.Absences.Absence;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.identity.Accounts.Account;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the head of a committee and administrators enter that somebody is away who cannot do it themselves. */
@Controller
@RequestMapping("/staff/absences")
class AbsencesPage {

    private final AbsenceEntry desk;
    private final AbsenceRights rights;
    private final Absences absences;
    private final StandIns standIns;
    private final Accounts accounts;

    AbsencesPage(AbsenceEntry desk, AbsenceRights rights, Absences absences, StandIns standIns, Accounts accounts) {
        this.desk = desk;
        this.rights = rights;
        this.absences = absences;
        this.standIns = standIns;
        this.accounts = accounts;
    }

    /**
     * Somebody's time away as the page shows it.
     *
     * @param by who entered it; empty where it was the person themselves
     * @param acting who does the work today; empty where it has not begun or nobody is left to
     */
    record Away(Absence absence, String name, String deputy, String by, String acting) {}

    @GetMapping
    String list(@RequestParam(defaultValue = "") String person, Principal user, Model model) {
        return show(person, AbsenceForm.empty(), Map.of(), user, model);
    }

    @PostMapping
    String enter(
            @RequestParam(defaultValue = "") String person,
            @ModelAttribute("form") AbsenceForm form,
            Principal user,
            Model model,
            RedirectAttributes answer) {
        check(person, user);
        var faults = desk.enter(person, form, user.getName());
        if (!faults.isEmpty()) {
            return show(person, form, faults, user, model);
        }
        answer.addFlashAttribute("answer", "absences.kept");
        answer.addFlashAttribute("uncovered", desk.uncovered(person, form.deputy()));
        return "redirect:/staff/absences";
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable long id, Principal user, RedirectAttributes answer) {
        var person = absences.find(id).map(Absence::accountId).orElse("");
        check(person, user);
        var done = desk.end(id, person, user.getName());
        answer.addFlashAttribute("answer", done ? "absences.ended" : "me.away.over");
        return "redirect:/staff/absences";
    }

    private String show(String person, AbsenceForm form, Map<String, String> faults, Principal user, Model model) {
        var people = peopleOf(user);
        var chosen = people.stream().filter(each -> each.id().equals(person)).findFirst();
        model.addAttribute("people", people);
        model.addAttribute("person", chosen.orElse(null));
        model.addAttribute("unknown", !person.isEmpty() && chosen.isEmpty());
        model.addAttribute(
                "colleagues", chosen.map(each -> desk.colleaguesOf(each.id())).orElse(List.of()));
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("today", desk.today());
        var names = people.stream().collect(Collectors.toMap(Account::id, Account::name));
        model.addAttribute(
                "away",
                absences.of(names.keySet(), desk.today()).stream()
                        .map(this::away)
                        .toList());
        return "staff/absences";
    }

    private Away away(Absence absence) {
        var acting = absence.isOn(desk.today())
                ? standIns.deputyOf(absence.accountId()).map(accounts::nameOf).orElse("")
                : "";
        return new Away(
                absence,
                accounts.nameOf(absence.accountId()),
                accounts.nameOf(absence.deputyId()),
                absence.enteredBy() == null ? "" : accounts.nameOf(absence.enteredBy()),
                acting);
    }

    private List<Account> peopleOf(Principal user) {
        if (!rights.isKeeper(user.getName())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "只有本社区居委会主任和系统管理员可以替同事登记外出。请在“我的设置”中登记您自己的外出。");
        }
        return rights.peopleOf(user.getName());
    }

    private void check(String person, Principal user) {
        if (peopleOf(user).stream().noneMatch(each -> each.id().equals(person))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "没有找到这位同事，或者您不能替他（她）登记。");
        }
    }
}
