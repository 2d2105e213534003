package org.qibu.mail.staff;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.qibu.mail.MailKind;
import org.qibu.mail.StaffNote;
import org.qibu.mail.staff.RecipientResolver.Reader;
import org.qibu.mail.staff.StaffDirectory.Colleague;
import org.qibu.mail.staff.StaffMails.AddressedNote;

/**
 * A mail to one member of staff that is not put into words yet.
 *
 * @param notes one, or all that it lists, the highest rung first
 */
record StaffMail(MailKind kind, String key, List<AddressedNote> notes) {

    private static final Comparator<AddressedNote> HIGHEST_FIRST = Comparator.comparingInt(
                    (AddressedNote addressedNote) -> addressedNote.note().kind().level())
            .reversed();

    /** The mails in which one reader learns of these notes. */
    static List<StaffMail> of(List<AddressedNote> notes) {
        var late = notes.stream()
                .filter(addressedNote -> addressedNote.note().kind().isOfLadder())
                .toList();
        if (late.size() <= StaffMails.MOST_SINGLE) {
            return notes.stream().map(StaffMail::single).toList();
        }
        var others = notes.stream()
                .filter(addressedNote -> !addressedNote.note().kind().isOfLadder());
        return Stream.concat(Stream.of(listing(late)), others.map(StaffMail::single))
                .toList();
    }

    private static StaffMail single(AddressedNote addressedNote) {
        return new StaffMail(
                addressedNote.note().kind(),
                StaffMails.keyOf(
                        addressedNote.note().kind(), addressedNote.note().key()),
                List.of(addressedNote));
    }

    /** No rung comes twice, so the first one's key says which list this is. */
    private static StaffMail listing(List<AddressedNote> notes) {
        var sorted = notes.stream().sorted(HIGHEST_FIRST).toList();
        var first = sorted.get(0).note();
        return new StaffMail(
                MailKind.LATE_LIST, StaffMails.keyOf(MailKind.LATE_LIST, first.kind() + ":" + first.key()), sorted);
    }

    /** What is noted where its reader has no address. */
    StaffNote asNote() {
        return new StaffNote(
                reader().id(), kind, notes.get(0).note().key(), matterNo(), communityCode(), taskId(), Map.of());
    }

    Reader reader() {
        return notes.get(0).reader();
    }

    String address() {
        return reader().person().map(Colleague::email).orElseThrow();
    }

    boolean isList() {
        return kind == MailKind.LATE_LIST;
    }

    /** The matter it is about; null for a list. */
    String matterNo() {
        return isList() ? null : notes.get(0).note().matterNo();
    }

    /** The community it is about, of a list that of its highest rung. */
    String communityCode() {
        return notes.get(0).note().communityCode();
    }

    /** The task it is about; null for a list. */
    String taskId() {
        return isList() ? null : notes.get(0).note().taskId();
    }

    /** The account its reader stands in for; null where there is none, or where a list says so line by line. */
    String standsInFor() {
        return isList() ? null : reader().absent().map(Colleague::id).orElse(null);
    }
}
