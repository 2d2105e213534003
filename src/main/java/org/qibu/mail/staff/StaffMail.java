package org.qibu.mail.staff;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.qibu.mail.MailKind;
import org.qibu.mail.StaffNote;
import org.qibu.mail.staff.RecipientResolver.Reader;

/**
 * A mail to one member of staff that has no words yet.
 *
 * @param key says once and for all what it is about
 * @param matterNo null where it is about no single matter
 * @param communityCode null likewise
 * @param taskId what its link opens; null where it is about no single task
 * @param standsInFor the account its reader acts for; null where there is none, or where a list says so line by line
 * @param lines what a list tells of, the highest rung first; empty for any other mail
 * @param model the values for its words, by its token and the reader's language
 */
record StaffMail(
        MailKind kind,
        String key,
        Reader reader,
        String matterNo,
        String communityCode,
        String taskId,
        String standsInFor,
        List<StaffNote> lines,
        BiFunction<String, Locale, Map<String, Object>> model) {

    /** A mail about no task. */
    static StaffMail of(
            MailKind kind,
            String about,
            Reader reader,
            String matterNo,
            String communityCode,
            BiFunction<String, Locale, Map<String, Object>> model) {
        return new StaffMail(kind, keyOf(kind, about), reader, matterNo, communityCode, null, null, List.of(), model);
    }

    /** Under which key the mail of a note goes out. */
    static String keyOf(MailKind kind, String key) {
        return "STAFF:" + kind + ":" + key;
    }
}
