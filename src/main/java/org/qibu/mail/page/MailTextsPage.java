package org.qibu.mail.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.qibu.mail.MailKind;
import org.qibu.mail.outbox.MailWriter;
import org.qibu.mail.texts.MailNames;
import org.qibu.mail.texts.MailTemplates;
import org.qibu.mail.texts.MailTexts;
import org.qibu.text.ChinaTime;
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

/** Page on which administrators change the words of our mails, preview them, and return to the words we ship. */
@Controller
@RequestMapping("/staff/mail/templates")
class MailTextsPage {

    /** A mail carries its styles inside; the preview may do nothing else. */
    private static final String PREVIEW_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; form-action 'none'";

    private final MailTexts texts;
    private final MailTemplates templates;
    private final SampleMails samples;
    private final MailWriter writer;

    MailTextsPage(MailTexts texts, MailTemplates templates, SampleMails samples, MailWriter writer) {
        this.texts = texts;
        this.templates = templates;
        this.samples = samples;
        this.writer = writer;
    }

    /** A kind of mail in one language, and who last wrote its words. */
    record Line(String template, MailKind kind, String language, String subject, Optional<MailTexts.Version> changed) {}

    @GetMapping
    String list(HttpServletRequest request, Model model) {
        check(request);
        model.addAttribute(
                "lines", kinds().stream().flatMap(kind -> lines(kind).stream()).toList());
        model.addAttribute("shanghai", ChinaTime.ZONE);
        return "staff/mail-texts";
    }

    private List<Line> lines(MailKind kind) {
        return List.of(Locale.CHINESE, Locale.ENGLISH).stream()
                .map(language -> new Line(
                        kind.template(),
                        kind,
                        language.getLanguage(),
                        texts.of(kind, language).subject(),
                        texts.versions(kind, language).stream().findFirst()))
                .toList();
    }

    @GetMapping("/{template}/{language:zh|en}")
    String edit(@PathVariable String template, @PathVariable String language, HttpServletRequest request, Model model) {
        check(request);
        var kind = kind(template);
        return form(kind, language, MailTextForm.of(texts.of(kind, locale(language))), Map.of(), model);
    }

    @PostMapping("/{template}/{language:zh|en}")
    String keep(
            @PathVariable String template,
            @PathVariable String language,
            @ModelAttribute("form") MailTextForm form,
            HttpServletRequest request,
            Model model,
            RedirectAttributes answer) {
        check(request);
        var kind = kind(template);
        var faults = form.faults(kind);
        if (!faults.isEmpty()) {
            return form(kind, language, form, faults, model);
        }
        texts.keep(kind, locale(language), Optional.of(form.text()), account(request));
        answer.addFlashAttribute("answer", "mailtext.kept");
        return "redirect:/staff/mail/templates/{template}/{language}";
    }

    @PostMapping("/{template}/{language:zh|en}/shipped")
    String shipped(
            @PathVariable String template,
            @PathVariable String language,
            HttpServletRequest request,
            RedirectAttributes answer) {
        check(request);
        texts.keep(kind(template), locale(language), Optional.empty(), account(request));
        answer.addFlashAttribute("answer", "mailtext.shipped.done");
        return "redirect:/staff/mail/templates/{template}/{language}";
    }

    @PostMapping("/{template}/{language:zh|en}/preview")
    String preview(
            @PathVariable String template,
            @PathVariable String language,
            @ModelAttribute("form") MailTextForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        check(request);
        var kind = kind(template);
        var faults = form.faults(kind);
        response.setHeader("Content-Security-Policy", PREVIEW_POLICY);
        model.addAttribute("faults", faults.values());
        if (faults.isEmpty()) {
            model.addAttribute("written", writer.write(samples.of(kind, locale(language)), form.text()));
        }
        return "staff/mail-preview";
    }

    private String form(MailKind kind, String language, MailTextForm form, Map<String, String> faults, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("template", kind.template());
        model.addAttribute("language", language);
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("names", MailNames.of(kind));
        model.addAttribute("lists", MailNames.LISTS);
        model.addAttribute("versions", texts.versions(kind, locale(language)));
        model.addAttribute("shipped", templates.shipped(kind, locale(language)));
        model.addAttribute("shanghai", ChinaTime.ZONE);
        return "staff/mail-text";
    }

    /** One of each template; the rungs of the ladder share theirs. */
    private static List<MailKind> kinds() {
        return MailKind.known().stream()
                .filter(kind -> !kind.isOverdue() || kind == MailKind.OVERDUE_L1)
                .toList();
    }

    private static MailKind kind(String template) {
        return kinds().stream()
                .filter(kind -> kind.template().equals(template))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "没有这种邮件。"));
    }

    private static Locale locale(String language) {
        return "en".equals(language) ? Locale.ENGLISH : Locale.CHINESE;
    }

    private static String account(HttpServletRequest request) {
        return request.getUserPrincipal().getName();
    }

    static boolean isKeeper(HttpServletRequest request) {
        return request.isUserInRole("camunda-admin") || request.isUserInRole("process-admin");
    }

    private static void check(HttpServletRequest request) {
        if (!isKeeper(request)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "只有系统管理员和流程管理员可以修改邮件文字。");
        }
    }
}
