package org.qibu.notices.objections;

import org.jspecify.annotations.Nullable;
import org.qibu.engine.FormRefused;
import org.qibu.text.EmailAddress;
import org.qibu.text.PhoneNumber;
import org.qibu.text.TextCharacters;

/**
 * An objection as it is handed in.
 *
 * @param objector the name, at most 80 characters
 * @param content at most 4000 characters
 * @param contact a mail address or a telephone number for the answer; may be empty
 */
public record NewObjection(String objector, String content, String contact) {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TEXT = 4000;

    public NewObjection {
        objector = clean(objector);
        content = clean(content);
        contact = clean(contact);
    }

    private static String clean(String text) {
        return text == null ? "" : TextCharacters.shown(text).strip();
    }

    /** The mail address; null where there is none. */
    @Nullable
    String email() {
        return EmailAddress.read(contact).map(EmailAddress::text).orElse(null);
    }

    /** The telephone number; null where there is none. */
    @Nullable
    String phone() {
        return PhoneNumber.read(contact).map(PhoneNumber::text).orElse(null);
    }

    /** Throws where something is missing, too long or unreadable. */
    void check() {
        var faults = new FormRefused.Collector();
        TextCharacters.fault(objector).ifPresent(fault -> faults.add("objector", "姓名" + fault));
        TextCharacters.fault(content).ifPresent(fault -> faults.add("content", "异议内容" + fault));
        faults.check(!objector.isEmpty(), "objector", "请填写您的姓名。");
        faults.check(length(objector) <= LONGEST_NAME, "objector", "姓名最多 " + LONGEST_NAME + " 个字。");
        faults.check(!content.isEmpty(), "content", "请填写异议内容。");
        faults.check(length(content) <= LONGEST_TEXT, "content", "异议内容最多 " + LONGEST_TEXT + " 个字。");
        faults.check(contact.isEmpty() || email() != null || phone() != null, "contact", refusal());
        faults.refuseIfAny();
    }

    private String refusal() {
        var isMeantAsMail = contact.contains("@") || contact.contains("＠");
        return isMeantAsMail ? EmailAddress.refusal("邮箱") : PhoneNumber.refusal();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
