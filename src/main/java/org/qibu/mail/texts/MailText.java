package org.qibu.mail.texts;

/**
 * The words of a mail as somebody who writes texts sees them: a subject, and a body whose {@code {{names}}} stand for values.
 * There is no logic in it: a line whose value is missing is left out.
 */
public record MailText(String subject, String body) {

    /** Reads a text of ours: the subject, an empty line, the body. */
    static MailText parse(String file) {
        var parts = file.strip().split("\\R\\R", 2);
        return new MailText(parts[0].strip(), parts[1].strip());
    }
}
