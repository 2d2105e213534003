package org.qibu.mail.staff;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.qibu.mail.FakeSmtp;
import org.qibu.mail.GoldenFile;
import org.qibu.mail.MailKind;
import org.qibu.mail.StaffNote;
import org.qibu.mail.outbox.Room;
import org.qibu.mail.staff.MailChoice.NewTasks;

/** What is written for staff, from the notes of other rooms to the rows of the tables: not a byte changes. */
class StaffMailAsItWasTest {

    private static final List<MailKind> RUNGS = List.of(
            MailKind.REMIND_DUE, MailKind.OVERDUE_L1, MailKind.OVERDUE_L2, MailKind.OVERDUE_L3, MailKind.OVERDUE_L4);

    @Test
    void fromNotesToRows() throws IOException {
        try (var smtp = new FakeSmtp(0)) {
            var room = new Room(smtp.port());
            write(room);
            GoldenFile.holds("staff-rows.txt", rows(room));
        }
    }

    private static void write(Room room) {
        room.choices.keep("reader", new MailChoice(Locale.ENGLISH, NewTasks.AT_ONCE, false, 9, true));
        room.choices.keep("daily", new MailChoice(Locale.CHINESE, NewTasks.DIGEST, true, 9, true));
        room.choices.keep("away2", new MailChoice(Locale.CHINESE, NewTasks.OFF, true, 9, true));
        room.colleagues.deputies.putAll(Map.of("away", "head", "away2", "daily"));
        room.colleagues.addresses.put("silent", "");
        for (var account : List.of("clerk", "reader", "daily", "away", "away2", "silent", "nobody")) {
            for (var kind : RUNGS) {
                room.staff.tell(note(account, kind, "k", 3));
                room.staff.tell(note(account, kind, "k", 3));
            }
            room.staff.tell(note(account, MailKind.TASK, "new", 0));
        }
        room.staff.tell(IntStream.range(0, 24)
                .mapToObj(i ->
                        note(List.of("clerk", "reader", "away", "silent").get(i % 4), RUNGS.get(i % 5), "list" + i, i))
                .toList());
        room.staff.tell(new StaffNote("clerk", MailKind.OVERDUE_L1, "alone", null, null, null, Map.of()));
        room.clock.advance(Duration.ofMinutes(5));
        room.work.unclaimed.add(note("x", MailKind.TASK, "free", 0));
        for (var account : List.of("daily", "clerk", "reader", "silent", "away")) {
            room.daily.settle(List.of(account), LocalDate.of(2026, 9, 21));
        }
        for (var account : List.of("clerk", "silent")) {
            var away = new AbsenceMails.Away(
                    7,
                    account,
                    "reader",
                    LocalDate.of(2026, 9, 21),
                    LocalDate.of(2026, 9, 25),
                    "请看<b>",
                    "head",
                    List.of("HZ-AS"),
                    List.of("飞英社区"),
                    List.of("away"));
            absences(room).entered(away);
            absences(room).ended(away);
        }
        var fault = new FaultMails.Fault(9, "HZ-AS-2026-0001", "HZ-AS", "议题征集", 3, "核实", "“≤ 5”看不懂");
        faults(room).tell(fault, List.of("reader", "silent", "clerk", "clerk", "nobody"));
        faults(room).tell(fault, List.of("reader"));
    }

    private static AbsenceMails absences(Room room) {
        return new AbsenceMails(room.colleagues, room.recipientResolver, room.templates, room.words, room.staffSender);
    }

    private static FaultMails faults(Room room) {
        return new FaultMails(room.colleagues, room.recipientResolver, room.staffSender);
    }

    private static StaffNote note(String account, MailKind kind, String key, int late) {
        var values = new HashMap<String, Object>(Map.of(
                "taskName", "核实<议题>&",
                "step", "议题征集",
                "step.en", "Issue collection",
                "due", Instant.parse("2026-09-18T10:00:00Z"),
                "holder", "居委会",
                "title", "路灯\n{{due}}",
                "expected", "尽快办结。" + kind,
                "expected.en", "Finish it.",
                "workingDaysLate", late));
        values.put("assigned", late == 0 && account.startsWith("c"));
        return new StaffNote(account, kind, key, "HZ-AS-2026-000" + late % 3, "HZ-AS", "task-" + key, values);
    }

    private static String rows(Room room) {
        return List.of(
                        "select dedup_key, kind, matter_no, community_code, address, name, state,"
                                + " extract(epoch from created_at), extract(epoch from due_at - created_at),"
                                + " extract(epoch from expires_at - created_at), by_stranger, subject, text, md5(regexp_replace(html, '(mail[=/])[A-Za-z0-9_-]{16}', '\\1TOKEN', 'g')) from outbox_mail"
                                + " order by dedup_key, address",
                        "select dedup_key, address, account_id, stands_in_for, kind, matter_no, task_id, extract(epoch from written_at)"
                                + " from staff_mail order by dedup_key, address",
                        "select dedup_key, l.task_id, l.kind, l.matter_no from staff_mail_line l"
                                + " join staff_mail using (token) order by 1, 2, 3",
                        "select account_id, line_key, kind, matter_no, community_code, task_id, said::text, extract(epoch from noted_at),"
                                + " sent_on from digest_line order by 1, 2",
                        "select mail_key, kind, matter_no, community_code, account_id, name, address, subject, reason"
                                + " from phone_call order by mail_key, account_id")
                .stream()
                .map(sql -> "======== " + sql + "\n" + rows(room, sql))
                .collect(Collectors.joining());
    }

    private static String rows(Room room, String sql) {
        return room.db.sql(sql).query().listOfRows().stream()
                .map(row -> row.values().stream().map(Objects::toString).collect(Collectors.joining(" | ")))
                .map(row -> row.replaceAll("mail=[A-Za-z0-9_-]{16}", "mail=TOKEN")
                                .replaceAll("/staff/mail/[A-Za-z0-9_-]{16}/open", "/staff/mail/TOKEN/open")
                        + "\n")
                .collect(Collectors.joining());
    }
}
