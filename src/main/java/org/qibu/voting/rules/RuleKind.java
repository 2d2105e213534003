package org.qibu.voting.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The two kinds of numbers an administrator keeps. */
enum RuleKind {
    /** How a body decides. */
    BODY("body_rule", "id"),
    /** A limit by itself. */
    SHARE("share_rule", "name");

    private final String table;
    private final String key;

    RuleKind(String table, String key) {
        this.table = table;
        this.key = key;
    }

    static Optional<RuleKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** The word in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String table() {
        return table;
    }

    /** The column that names the rule. */
    String key() {
        return key;
    }
}
