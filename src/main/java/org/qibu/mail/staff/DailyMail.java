package org.qibu.mail.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.qibu.mail.Letter;
import org.qibu.mail.MailKind;
import org.qibu.mail.Recipient;
import org.qibu.mail.StaffNote;
import org.qibu.mail.outbox.Mails;
import org.qibu.mail.outbox.PhoneCalls;
import org.qibu.mail.staff.Digest.Day;
import org.qibu.mail.staff.StaffDirectory.Colleague;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes one person's daily mail, once a day whatever restarts and nodes; a day without news goes without a mail. */
@Component
public class DailyMail {

    private final StaffDirectory directory;
    private final MailChoices choices;
    private final DigestLines lines;
    private final WaitingWork work;
    private final Digest digest;
    private final StaffMailRepository post;
    private final PhoneCalls calls;
    private final Mails mails;
    private final JdbcClient db;

    public DailyMail(
            StaffDirectory directory,
            MailChoices choices,
            DigestLines lines,
            WaitingWork work,
            Digest digest,
            StaffMailRepository post,
            PhoneCalls calls,
            Mails mails,
            JdbcClient db) {
        this.directory = directory;
        this.choices = choices;
        this.lines = lines;
        this.work = work;
        this.digest = digest;
        this.post = post;
        this.calls = calls;
        this.mails = mails;
        this.db = db;
    }

    /** The accounts whose daily mail of this day is settled. */
    List<String> settled(LocalDate day) {
        return db.sql("select account_id from digest_day where day = ?")
                .param(day)
                .query(String.class)
                .list();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void settle(String accountId, LocalDate day) {
        if (markSent(accountId, day)) {
            directory
                    .find(accountId)
                    .filter(person -> directory.deputyOf(accountId).isEmpty())
                    .ifPresent(person -> tell(person, day));
        }
    }

    private void tell(Colleague person, LocalDate day) {
        if (Recipient.isUsable(person.email())) {
            var language = choices.of(person.id()).language();
            write(new Recipient(person.email(), person.name(), language), person.id(), day);
        } else if (!noted(person.id()).isEmpty()) {
            var key = key(person.id(), day);
            var note = new StaffNote(person.id(), MailKind.DIGEST, key, null, null, null, Map.of());
            calls.withoutAddress(note, key, person.id(), person.name());
            lines.sent(person.id(), day);
        }
    }

    /** A reminder counts while the task waits for anybody, a new task while it waits for this person. */
    private List<StaffNote> noted(String accountId) {
        var notes = lines.waiting(accountId);
        var theirs = work.openTo(tasks(notes, true), accountId);
        var anybodys = work.open(tasks(notes, false));
        return notes.stream()
                .filter(note -> note.taskId() == null || (isNewTask(note) ? theirs : anybodys).contains(note.taskId()))
                .toList();
    }

    private static Set<String> tasks(List<StaffNote> notes, boolean isNew) {
        return notes.stream()
                .filter(note -> note.taskId() != null && isNewTask(note) == isNew)
                .map(StaffNote::taskId)
                .collect(Collectors.toSet());
    }

    private static boolean isNewTask(StaffNote note) {
        return note.kind() == MailKind.TASK;
    }

    private static String key(String accountId, LocalDate day) {
        return StaffMails.keyOf(MailKind.DIGEST, accountId + ":" + day);
    }

    private boolean markSent(String accountId, LocalDate day) {
        return db.sql("insert into digest_day (account_id, day) values (?, ?) on conflict do nothing")
                        .params(accountId, day)
                        .update()
                == 1;
    }

    private void write(Recipient to, String accountId, LocalDate day) {
        var noted = noted(accountId);
        var unclaimed = choices.of(accountId).unclaimed() ? work.unclaimed(accountId) : List.<StaffNote>of();
        var news = Day.of(noted, unclaimed);
        lines.sent(accountId, day);
        if (!news.isEmpty()) {
            var key = key(accountId, day);
            post.register(MailKind.DIGEST, key, to.address(), accountId, null, null, null)
                    .ifPresent(token -> mails.send(letter(news, key, to, day, token)));
        }
    }

    private Letter letter(Day news, String key, Recipient to, LocalDate day, String token) {
        var model = digest.write(news, day, token, to.language());
        model.put("link", StaffLinks.toTask(null, token));
        return Letter.of(key, MailKind.DIGEST, null, null, to, model);
    }
}
