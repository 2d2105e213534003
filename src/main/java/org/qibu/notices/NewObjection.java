package org.qibu.notices;

import org.qibu.engine.FormRefused;
import org.qibu.mail.Recipient;
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
    private static final String TELEPHONE = "\\+?[0-9][0-9 -]{5,18}[0-9]";

    public NewObjection {
        objector = clean(objector);
        content = clean(content);
        contact = clean(contact);
    }

    private static String clean(String text) {
        return text == null ? "" : TextCharacters.shown(text).strip();
    }

    /** The mail address; null where there is none. */
    String email() {
        return Recipient.isUsable(contact) ? contact : null;
    }

    /** The telephone number; null where there is none. */
    String phone() {
        return contact.matches(TELEPHONE) ? contact : null;
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
        faults.check(contact.isEmpty() || email() != null || phone() != null, "contact", "请填写正确的邮箱或电话号码；不需要回信的，可以不填。");
        faults.refuseIfAny();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
