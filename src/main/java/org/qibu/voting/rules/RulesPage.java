package org.qibu.voting.rules;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows all staff by which numbers is decided; administrators change them from a day on and confirm them. */
@Controller
@RequestMapping("/staff/rules")
class RulesPage {

    private final RuleBook book;
    private final RuleSheets sheets;

    RulesPage(RuleBook book, RuleSheets sheets) {
        this.book = book;
        this.sheets = sheets;
    }

    @GetMapping
    String list(HttpServletRequest request, Locale language, Model model) {
        model.addAttribute("bodies", sheets.of(RuleKind.BODY, language));
        model.addAttribute("shares", sheets.of(RuleKind.SHARE, language));
        model.addAttribute("keeper", RuleKeepers.isKeeper(request));
        return "staff/rules";
    }

    @GetMapping("/{kind}/{id}")
    String edit(
            @PathVariable String kind,
            @PathVariable String id,
            HttpServletRequest request,
            Locale language,
            Model model) {
        RuleKeepers.check(request);
        var versions = versions(kind, id);
        var latest = versions.stream()
                .filter(version -> version.holdsOn(book.today()))
                .findFirst()
                .orElse(versions.get(versions.size() - 1));
        return form(latest, RuleForm.of(latest, book.today().plusDays(1)), Map.of(), language, model);
    }

    @PostMapping("/{kind}/{id}")
    String change(
            @PathVariable String kind,
            @PathVariable String id,
            @ModelAttribute("form") RuleForm form,
            HttpServletRequest request,
            Locale language,
            Model model,
            RedirectAttributes answer) {
        RuleKeepers.check(request);
        var latest = versions(kind, id).get(0);
        var faults = new LinkedHashMap<>(form.faults(latest.kind(), id, book.today()));
        if (!faults.containsKey("validFrom") && book.hasBegunOn(latest.kind(), id, LocalDate.parse(form.validFrom()))) {
            faults.put("validFrom", "这条规则今天已经开始施行，请把生效日期定在明天或以后。");
        }
        if (!faults.isEmpty()) {
            return form(latest, form, faults, language, model);
        }
        book.change(
                latest.kind(),
                id,
                form.change(latest.kind()),
                request.getUserPrincipal().getName());
        answer.addFlashAttribute("answer", "rules.changed");
        return "redirect:/staff/rules#" + id;
    }

    @PostMapping("/{kind}/{id}/{validFrom}/confirm")
    String confirm(
            @PathVariable String kind,
            @PathVariable String id,
            @PathVariable String validFrom,
            HttpServletRequest request,
            RedirectAttributes answer) {
        RuleKeepers.check(request);
        var account = request.getUserPrincipal().getName();
        var done = book.confirm(versions(kind, id).get(0).kind(), id, day(validFrom), account);
        answer.addFlashAttribute("answer", done ? "rules.confirmed.now" : "rules.confirmed.before");
        return "redirect:/staff/rules#" + id;
    }

    private String form(RuleVersion version, RuleForm form, Map<String, String> faults, Locale language, Model model) {
        model.addAttribute("rule", sheets.of(version, language));
        model.addAttribute("isBody", version.kind() == RuleKind.BODY);
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("today", book.today());
        return "staff/rule";
    }

    private List<RuleVersion> versions(String kind, String id) {
        var versions = RuleKind.of(kind).map(asked -> book.of(asked, id)).orElse(List.of());
        if (versions.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "没有找到这条规则。");
        }
        return versions;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "没有找到这条规则。", e);
        }
    }
}
