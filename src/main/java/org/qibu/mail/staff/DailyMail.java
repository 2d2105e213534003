package org.qibu.mail.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.qibu.mail.MailKind;
import org.qibu.mail.Recipient;
import org.qibu.mail.StaffNote;
import org.qibu.mail.staff.Digest.Day;
import org.qibu.mail.staff.RecipientResolver.Reader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes one person's daily mail, once a day whatever restarts and nodes; a day without news goes without a mail. */
@Component
public class DailyMail {

    private final StaffDirectory directory;
    private final RecipientResolver recipientResolver;
    private final DigestLines lines;
    private final WaitingWork work;
    private final Digest digest;
    private final StaffMailSender sender;
    private final JdbcClient db;

    public DailyMail(
            StaffDirectory directory,
            RecipientResolver recipientResolver,
            DigestLines lines,
            WaitingWork work,
            Digest digest,
            StaffMailSender sender,
            JdbcClient db) {
        this.directory = directory;
        this.recipientResolver = recipientResolver;
        this.lines = lines;
        this.work = work;
        this.digest = digest;
        this.sender = sender;
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
        var absent = directory.deputiesOf(first, null).keySet();
        var waiting = lines.waiting(first);
        var offered = work.offered(first);
        var told = new ArrayList<StaffNote>();
        var mails = new ArrayList<StaffMail>();
        for (var reader : recipientResolver.all(first)) {
            if (absent.contains(reader.id())) {
                continue;
            }
            var theirs = waiting.getOrDefault(reader.id(), List.of());
            var news = news(reader, stillWaiting(reader.id(), theirs), offered);
            if (hasAddress(reader) || !news.isEmpty()) {
                told.addAll(theirs);
            }
            if (!news.isEmpty()) {
                mails.add(mail(reader, news, day));
            }
        }
        lines.sent(told, day);
        sender.send(mails);
    }

    /** Whoever has no address is called about what was noted for them, not about what anybody could take. */
    private Day news(Reader reader, List<StaffNote> noted, Set<String> offered) {
        var wanted = hasAddress(reader) && reader.choice().unclaimed() && offered.contains(reader.id());
        return Day.of(noted, wanted ? work.unclaimed(reader.id()) : List.of());
    }

    private static boolean hasAddress(Reader reader) {
        return reader.person()
                .filter(person -> Recipient.isUsable(person.email()))
                .isPresent();
    }

    private StaffMail mail(Reader reader, Day news, LocalDate day) {
        return StaffMail.of(
                MailKind.DIGEST,
                reader.id() + ":" + day,
                reader,
                null,
                null,
                (token, language) -> digest.write(news, day, token, language));
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

    private List<String> markSent(Collection<String> accountIds, LocalDate day) {
        return db.sql("""
                insert into digest_day (account_id, day)
                select account_id, ? from unnest(?::text[]) account (account_id) order by account_id
                on conflict do nothing returning account_id""")
                .params(day, accountIds.toArray(String[]::new))
                .query(String.class)
                .list();
    }
}
