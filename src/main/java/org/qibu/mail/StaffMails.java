package org.qibu.mail;

import java.util.Map;
import java.util.Optional;
import org.qibu.mail.StaffDirectory.Colleague;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells members of staff what waits for them, each in the way they chose, or the deputy of whoever is away. */
@Service
public class StaffMails {

    private static final Logger log = LoggerFactory.getLogger(StaffMails.class);

    private final StaffDirectory directory;
    private final MailChoices choices;
    private final StaffPost post;
    private final PhoneCalls calls;
    private final DigestLines lines;
    private final StaffWords words;
    private final Mails mails;

    StaffMails(
            StaffDirectory directory,
            MailChoices choices,
            StaffPost post,
            PhoneCalls calls,
            DigestLines lines,
            StaffWords words,
            Mails mails) {
        this.directory = directory;
        this.choices = choices;
        this.post = post;
        this.calls = calls;
        this.lines = lines;
        this.words = words;
        this.mails = mails;
    }

    /**
     * Joins the caller's transaction: a mail at once, a line of the daily mail, or nothing, as the recipient chose. The rungs
     * above the second go at once whatever was chosen.
     */
    @Transactional
    public void tell(StaffNote note) {
        var deputy = directory.deputyOf(note.accountId(), note.communityCode());
        var reader = deputy.map(Colleague::id).orElse(note.accountId());
        var choice = choices.of(reader);
        switch (choice.wayOf(note)) {
            case AT_ONCE -> write(note, reader, absent(note, deputy), choice);
            case DIGEST -> lines.add(note, reader, absent(note, deputy).map(Colleague::name));
            case NOT_AT_ALL -> log.debug("{} wants no mail about new tasks", reader);
        }
    }

    private Optional<Colleague> absent(StaffNote note, Optional<Colleague> deputy) {
        return deputy.flatMap(standIn -> directory.find(note.accountId()));
    }

    private void write(StaffNote note, String readerId, Optional<Colleague> absent, MailChoice choice) {
        var known = directory.find(readerId);
        if (known.isEmpty()) {
            log.warn("Nobody to tell {} about {}: no account {}", note.kind(), note.matterNo(), readerId);
            return;
        }
        var reader = known.get();
        var key = keyOf(note.kind(), note.key());
        if (!Recipient.isUsable(reader.email())) {
            calls.withoutAddress(note, key, reader.id(), reader.name());
            return;
        }
        var to = new Recipient(reader.email(), reader.name(), choice.language());
        post.register(
                        note.kind(),
                        key,
                        to.address(),
                        reader.id(),
                        absent.map(Colleague::id).orElse(null),
                        note.matterNo(),
                        note.taskId())
                .ifPresent(token -> mails.send(letter(note, key, to, absent, token)));
    }

    /** Under which key the mail of a note goes out. */
    static String keyOf(MailKind kind, String key) {
        return "STAFF:" + kind + ":" + key;
    }

    private Letter letter(StaffNote note, String key, Recipient to, Optional<Colleague> absent, String token) {
        Map<String, Object> model = words.of(note, to.language());
        absent.map(Colleague::name).ifPresent(name -> model.putAll(words.onBehalf(name, to.language())));
        directory.communityName(note.communityCode()).ifPresent(name -> model.putIfAbsent("communityName", name));
        model.put("link", StaffLinks.toTask(note.taskId(), token));
        return Letter.of(key, note.kind(), note.matterNo(), note.communityCode(), to, model);
    }
}
