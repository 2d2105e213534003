package org.qibu.matter.proposer;

import java.util.Optional;
import java.util.stream.Stream;
import org.qibu.matter.contract.AskMoreFields;
import org.qibu.matter.contract.PublishedForms;

/** What a proposer can do to a matter outside of tasks. */
public enum Act {
    /** Answers what staff asked; the matter is verified again. */
    REPLY("replies", "reply", true, PublishedForms.ASK_MORE, AskMoreFields.REPLY),
    /** Asks the sub-district to look at a refusal again. */
    RECHECK("recheck", "reason", true, "request-recheck", "recheckReason"),
    /** Takes the matter back before anything was decided. */
    WITHDRAW("withdraw", "reason", false, "request-withdraw", "withdrawReason"),
    /** Takes a matter up again that lapsed since nobody replied. */
    REVIVE("revive", "reply", false, "request-revive", "reply");

    private final String path;
    private final String field;
    private final boolean textRequired;
    private final String form;
    private final String key;

    Act(String path, String field, boolean textRequired, String form, String key) {
        this.path = path;
        this.field = field;
        this.textRequired = textRequired;
        this.form = form;
        this.key = key;
    }

    /** The act whose addresses end like this. */
    public static Optional<Act> ofPath(String path) {
        return Stream.of(values()).filter(act -> act.path.equals(path)).findFirst();
    }

    /** The last part of its addresses. */
    public String path() {
        return path;
    }

    /** What its text is called where it comes in. */
    public String field() {
        return field;
    }

    /** Whether it cannot be done without a word. */
    public boolean isTextRequired() {
        return textRequired;
    }

    /** Under which form its text is kept with the matter. */
    String form() {
        return form;
    }

    /** Under which key; no other form has it unless it means the same there. */
    String key() {
        return key;
    }
}
