package org.qibu.mail.staff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.qibu.mail.StaffNote;
import org.qibu.mail.staff.RecipientResolver.Reader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mails members of staff what waits for them, each in the way they chose, or the deputy of whoever is away. */
@Service
public class StaffMails {

    private static final Logger log = LoggerFactory.getLogger(StaffMails.class);

    private final RecipientResolver recipientResolver;
    private final DigestLines lines;
    private final StaffLetters letters;
    private final StaffMailSender sender;

    public StaffMails(
            RecipientResolver recipientResolver, DigestLines lines, StaffLetters letters, StaffMailSender sender) {
        this.recipientResolver = recipientResolver;
        this.lines = lines;
        this.letters = letters;
        this.sender = sender;
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
        var atOnce = new LinkedHashMap<Reader, List<StaffNote>>();
        var daily = new ArrayList<StaffNote>();
        recipientResolver.resolve(notes).forEach((reader, theirs) -> {
            for (var note : theirs) {
                switch (reader.choice().wayOf(note)) {
                    case AT_ONCE ->
                        atOnce.computeIfAbsent(reader, each -> new ArrayList<>())
                                .add(note);
                    case DIGEST -> daily.add(note);
                    case NOT_AT_ALL -> log.debug("{} wants no mail about new tasks", reader.id());
                }
            }
        });
        lines.add(daily);
        sender.send(letters.of(atOnce));
    }
}
