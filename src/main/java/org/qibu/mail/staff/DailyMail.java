package org.qibu.mail.staff;

import java.time.LocalDate;
import java.util.Collection;
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

    /** Settles the day of these people together, in as many questions for all as for one; all of them or nobody. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void settle(Collection<String> accountIds, LocalDate day) {
        var first = markSent(accountIds, day);
        if (first.isEmpty()) {
            return;
        }
        var people = directory.all(first);
        var absent = directory.deputiesOf(first, null).keySet();
        var chosen = choices.of(first);
        var waiting = lines.waiting(first);
        var told = first.stream()
                .filter(account -> people.containsKey(account) && !absent.contains(account))
                .filter(account -> tell(
                        people.get(account),
                        chosen.getOrDefault(account, MailChoice.USUAL),
                        stillWaiting(account, waiting.getOrDefault(account, List.of())),
                        day))
                .toList();
        lines.sent(told, day);
    }

    /** Whether what was noted for this person has been told by it; without a usable address somebody is to call. */
    private boolean tell(Colleague person, MailChoice choice, List<StaffNote> noted, LocalDate day) {
        if (Recipient.isUsable(person.email())) {
            write(new Recipient(person.email(), person.name(), choice.language()), person.id(), choice, noted, day);
            return true;
        }
        if (noted.isEmpty()) {
            return false;
        }
        var key = key(person.id(), day);
        var note = new StaffNote(person.id(), MailKind.DIGEST, key, null, null, null, Map.of());
        calls.withoutAddress(note, key, person.id(), person.name());
        return true;
    }

    /** A reminder counts while the task waits for anybody, a new task while it waits for this person. */
    private List<StaffNote> stillWaiting(String accountId, List<StaffNote> notes) {
        if (notes.isEmpty()) {
            return notes;
        }
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

    private List<String> markSent(Collection<String> accountIds, LocalDate day) {
        return db.sql("""
                insert into digest_day (account_id, day)
                select account_id, ? from unnest(?::text[]) account (account_id) order by account_id
                on conflict do nothing returning account_id""")
                .params(day, accountIds.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private void write(Recipient to, String accountId, MailChoice choice, List<StaffNote> noted, LocalDate day) {
        var news = Day.of(noted, choice.unclaimed() ? work.unclaimed(accountId) : List.of());
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
