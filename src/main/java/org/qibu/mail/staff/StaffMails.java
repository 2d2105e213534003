package org.qibu.mail.staff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.qibu.mail.MailKind;
import org.qibu.mail.Recipient;
import org.qibu.mail.StaffNote;
import org.qibu.mail.outbox.Mails;
import org.qibu.mail.outbox.PhoneCalls;
import org.qibu.mail.staff.RecipientResolver.Addressee;
import org.qibu.mail.staff.RecipientResolver.Reader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells members of staff what waits for them, each in the way they chose, or the deputy of whoever is away. */
@Service
public class StaffMails {

    private static final Logger log = LoggerFactory.getLogger(StaffMails.class);

    /** Whoever would get more mails about late work at once than this gets one that lists it. */
    static final int MOST_SINGLE = 5;

    private final RecipientResolver recipientResolver;
    private final StaffMailRepository post;
    private final PhoneCalls calls;
    private final DigestLines lines;
    private final StaffLetters letters;
    private final Mails mails;

    public StaffMails(
            RecipientResolver recipientResolver,
            StaffMailRepository post,
            PhoneCalls calls,
            DigestLines lines,
            StaffLetters letters,
            Mails mails) {
        this.recipientResolver = recipientResolver;
        this.post = post;
        this.calls = calls;
        this.lines = lines;
        this.letters = letters;
        this.mails = mails;
    }

    /**
     * Joins the caller's transaction: a mail at once, a line of the daily mail, or nothing, as the recipient chose. The rungs
     * above the second go at once whatever was chosen.
     */
    @Transactional
    public void tell(StaffNote note) {
        tell(List.of(note));
    }

    /** The same for many; whoever is to get more than five mails about late work among them gets one that lists it all. */
    @Transactional
    public void tell(Collection<StaffNote> notes) {
        if (notes.isEmpty()) {
            return;
        }
        var known = recipientResolver.resolve(notes);
        var atOnce = new LinkedHashMap<String, List<AddressedNote>>();
        var digest = new ArrayList<AddressedNote>();
        for (var note : notes) {
            var reader = known.get(Addressee.of(note));
            switch (reader.choice().wayOf(note)) {
                case AT_ONCE ->
                    atOnce.computeIfAbsent(reader.id(), id -> new ArrayList<>()).add(new AddressedNote(note, reader));
                case DIGEST -> digest.add(new AddressedNote(note, reader));
                case NOT_AT_ALL -> log.debug("{} wants no mail about new tasks", reader.id());
            }
        }
        lines.add(digest);
        write(atOnce.values().stream()
                .flatMap(meant -> StaffMail.of(meant).stream())
                .filter(this::canBeWritten)
                .toList());
    }

    /** A note and who reads it. */
    record AddressedNote(StaffNote note, Reader reader) {}

    private boolean canBeWritten(StaffMail mail) {
        var person = mail.reader().person();
        if (person.isEmpty()) {
            log.warn(
                    "Nobody to tell {} about {}: no account {}",
                    mail.kind(),
                    mail.matterNo(),
                    mail.reader().id());
            return false;
        }
        if (!Recipient.isUsable(person.get().email())) {
            calls.withoutAddress(
                    mail.asNote(), mail.key(), person.get().id(), person.get().name());
            return false;
        }
        return true;
    }

    /** Under which key the mail of a note goes out. */
    static String keyOf(MailKind kind, String key) {
        return "STAFF:" + kind + ":" + key;
    }

    private void write(List<StaffMail> wanted) {
        if (!wanted.isEmpty()) {
            mails.send(letters.of(post.registerAll(wanted)));
        }
    }
}
