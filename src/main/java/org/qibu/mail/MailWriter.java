package org.qibu.mail;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts a letter into words. */
@Component
class MailWriter {

    private static final int SUBJECT_LIMIT = 120;
    private static final int TITLE_IN_SUBJECT = 40;

    private final MailTemplates templates;
    private final MailLinks links;
    private final CalendarFile calendar;

    MailWriter(MailTemplates templates, MailLinks links, CalendarFile calendar) {
        this.templates = templates;
        this.links = links;
        this.calendar = calendar;
    }

    Written write(Letter letter) {
        var model = MailModel.of(letter, links);
        var language = letter.to().language();
        if (letter.kind().isForStaff()) {
            return toStaff(letter, model);
        }
        model.put("subject", subject(letter, model));
        return new Written(
                (String) model.get("subject"),
                templates.text(letter.kind(), language, model),
                templates.html(letter.kind(), language, model),
                letter.invite().map(invite -> calendar.write(invite, letter.to())),
                letter.attachments());
    }

    private Written toStaff(Letter letter, Map<String, Object> model) {
        var language = letter.to().language();
        var words = templates.shipped(letter.kind(), language);
        model.put("subject", PlainText.line(FilledText.line(words.subject(), model), SUBJECT_LIMIT));
        var blocks = FilledText.blocks(words.body(), model);
        return new Written(
                (String) model.get("subject"),
                templates.text(blocks, language, model),
                templates.html(blocks, language, model),
                Optional.empty(),
                letter.attachments());
    }

    private String subject(Letter letter, Map<String, Object> model) {
        var title = PlainText.line((String) model.getOrDefault("title", ""), TITLE_IN_SUBJECT);
        var matterNo = model.getOrDefault("matterNo", "");
        var key = "subject." + letter.kind();
        return PlainText.line(templates.word(key, letter.to().language(), title, matterNo), SUBJECT_LIMIT);
    }
}
