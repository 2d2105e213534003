package org.qibu.mail.staff;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qibu.mail.MailKind;
import org.qibu.mail.texts.MailTemplates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mails whoever is away, and whoever stands in, that an absence was entered or ended; not whoever did it. */
@Service
public class AbsenceMails {

    private final StaffDirectory directory;
    private final RecipientResolver recipientResolver;
    private final MailTemplates templates;
    private final StaffWords words;
    private final StaffMailSender sender;

    AbsenceMails(
            StaffDirectory directory,
            RecipientResolver recipientResolver,
            MailTemplates templates,
            StaffWords words,
            StaffMailSender sender) {
        this.directory = directory;
        this.recipientResolver = recipientResolver;
        this.templates = templates;
        this.words = words;
        this.sender = sender;
    }

    /**
     * A time away, by accounts; both days included.
     *
     * @param by who entered or ended it; they need no mail
     * @param shared the communities both belong to; the mails are listed in the first
     * @param uncovered the communities the deputy does not belong to, so that their work stays where it is
     * @param alsoFor the accounts this one itself stands in for meanwhile, whose work goes on to the deputy
     */
    public record Away(
            long id,
            String absent,
            String deputy,
            LocalDate fromDay,
            LocalDate toDay,
            String remark,
            String by,
            List<String> shared,
            List<String> uncovered,
            List<String> alsoFor) {

        private String communityCode() {
            return shared.isEmpty() ? null : shared.get(0);
        }
    }

    /** Joins the caller's transaction. */
    @Transactional
    public void entered(Away away) {
        tell(away, away.deputy(), "entered.deputy");
        tell(away, away.absent(), "entered.absent");
    }

    /** Joins the caller's transaction. */
    @Transactional
    public void ended(Away away) {
        tell(away, away.deputy(), "ended.deputy");
        tell(away, away.absent(), "ended.absent");
    }

    private void tell(Away away, String account, String what) {
        if (!account.equals(away.by())) {
            recipientResolver
                    .find(account)
                    .map(reader -> StaffMail.of(
                            MailKind.ABSENCE,
                            away.id() + ":" + what,
                            reader,
                            null,
                            away.communityCode(),
                            (token, language) -> model(away, what, language)))
                    .ifPresent(sender::send);
        }
    }

    private Map<String, Object> model(Away away, String what, Locale language) {
        var absent = directory.nameOf(away.absent());
        var deputy = directory.nameOf(away.deputy());
        var days = templates.word(
                "absence.days", language, words.day(away.fromDay(), language), words.day(away.toDay(), language));
        var model = new HashMap<String, Object>();
        model.put("headline", templates.word("absence." + what + ".headline", language, absent, deputy, days));
        model.put("message", templates.word("absence." + what + ".message", language, absent, deputy, days));
        model.put("absent", absent);
        model.put("deputy", deputy);
        model.put("days", days);
        model.put("enteredBy", directory.nameOf(away.by()));
        model.put("remark", away.remark());
        var comma = templates.word("absence.comma", language);
        if (what.startsWith("entered") && !away.uncovered().isEmpty()) {
            model.put("uncovered", String.join(comma, away.uncovered()));
        }
        if ("entered.deputy".equals(what) && !away.alsoFor().isEmpty()) {
            model.put(
                    "alsoFor",
                    String.join(
                            comma,
                            away.alsoFor().stream().map(directory::nameOf).toList()));
        }
        if (away.shared().size() == 1) {
            directory.communityName(away.communityCode()).ifPresent(name -> model.put("communityName", name));
        }
        return model;
    }
}
