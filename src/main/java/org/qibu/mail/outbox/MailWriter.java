package org.qibu.mail.outbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qibu.mail.Letter;
import org.qibu.mail.MailLinks;
import org.qibu.mail.PlainText;
import org.qibu.mail.texts.CalendarFile;
import org.qibu.mail.texts.CompiledText;
import org.qibu.mail.texts.MailModel;
import org.qibu.mail.texts.MailTemplates;
import org.qibu.mail.texts.MailText;
import org.qibu.mail.texts.RenderedMail;
import org.qibu.mail.texts.Wording;
import org.springframework.stereotype.Component;

/** Puts a letter into words. */
@Component
public class MailWriter {

    private static final int SUBJECT_LIMIT = 120;
    private static final int TITLE_IN_SUBJECT = 40;

    private final Wording wording;
    private final MailTemplates templates;
    private final MailLinks links;
    private final CalendarFile calendar;

    public MailWriter(Wording wording, MailTemplates templates, MailLinks links, CalendarFile calendar) {
        this.wording = wording;
        this.templates = templates;
        this.links = links;
        this.calendar = calendar;
    }

    /** Many letters; the words of each kind and language are asked for once. */
    List<RenderedMail> write(List<Letter> letters) {
        var said = new HashMap<String, MailText>();
        return letters.stream()
                .map(letter -> {
                    var language = letter.to().language();
                    var words = said.computeIfAbsent(
                            letter.kind().template() + " " + language, key -> wording.of(letter.kind(), language));
                    return write(letter, words);
                })
                .toList();
    }

    public RenderedMail write(Letter letter) {
        return write(letter, wording.of(letter.kind(), letter.to().language()));
    }

    /** The letter in words that may not be in use yet. */
    public RenderedMail write(Letter letter, MailText words) {
        var language = letter.to().language();
        var model = MailModel.of(letter, links, (key, arguments) -> templates.word(key, language, arguments));
        var compiled = templates.compiled(words);
        model.put("subject", subject(compiled, model));
        var blocks = compiled.blocks(model);
        return new RenderedMail(
                letter,
                (String) model.get("subject"),
                templates.text(blocks, language, model),
                templates.html(blocks, language, model),
                letter.invite().map(invite -> calendar.write(invite, letter.to())));
    }

    private static String subject(CompiledText words, Map<String, Object> model) {
        var brief = new HashMap<>(model);
        brief.computeIfPresent("title", (name, title) -> PlainText.line(title.toString(), TITLE_IN_SUBJECT));
        return PlainText.line(words.subject(brief), SUBJECT_LIMIT);
    }
}
