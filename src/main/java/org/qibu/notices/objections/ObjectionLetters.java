package org.qibu.notices.objections;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.qibu.calendar.Calendars;
import org.qibu.mail.MailKind;
import org.qibu.mail.Recipient;
import org.qibu.matter.Matter;
import org.qibu.matter.MatterMasking;
import org.qibu.matter.correspondence.Correspondence;
import org.qibu.matter.correspondence.MailContent;
import org.qibu.notices.Notice;
import org.qibu.privacy.MaskedText;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes to those who objected and left an address: when it was received, and what became of it. */
@Component
class ObjectionLetters {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINESE);

    private final JdbcClient database;
    private final Correspondence correspondence;
    private final MatterMasking masking;
    private final MessageSource texts;

    ObjectionLetters(JdbcClient database, Correspondence correspondence, MatterMasking masking, MessageSource texts) {
        this.database = database;
        this.correspondence = correspondence;
        this.masking = masking;
        this.texts = texts;
    }

    void received(Matter matter, Notice notice, Objection objection, Instant due) {
        send(matter, notice, objection, "received", masking.of(matter).mask(DAY.format(due.atZone(Calendars.CHINA))));
    }

    void answered(Matter matter, Notice notice, Objection objection) {
        var verdict = objection.upheld() == null ? "joined" : objection.isUpheld() ? "upheld" : "rejected";
        send(matter, notice, objection, verdict, masking.of(matter).mask(objection.answer()));
    }

    private void send(Matter matter, Notice notice, Objection objection, String occasion, MaskedText said) {
        var address = address(objection);
        if (Recipient.isUsable(address)) {
            var sentence = texts.getMessage(
                    "status.objection." + occasion,
                    new Object[] {notice.title(), String.valueOf(objection.no()), said},
                    Locale.CHINESE);
            correspondence.toPerson(
                    matter,
                    MailKind.STATUS,
                    "objection:" + objection.id() + ":" + occasion,
                    new Recipient(address, objection.objector(), Locale.CHINESE),
                    MailContent.empty()
                            .text("status", masking.of(matter).mask(sentence))
                            .link("/notices/" + notice.id()));
        }
    }

    private @Nullable String address(Objection objection) {
        return database.sql("select objector_email from objection where id = ?")
                .param(objection.id())
                .query((row, number) -> row.getString(1))
                .optional()
                .orElse(null);
    }
}
