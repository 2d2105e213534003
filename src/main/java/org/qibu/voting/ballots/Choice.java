package org.qibu.voting.ballots;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.qibu.text.ComparisonKey;

/** What a ballot says. */
public enum Choice {
    AGREE("同意"),
    AGAINST("反对"),
    ABSTAIN("弃权"),
    INVALID("无效"),
    /** Delivered and not given back; counts only where the owners' own rules say so. */
    SILENT("未交回");

    private static final Map<String, Choice> ALSO =
            Map.of("赞成", AGREE, "不同意", AGAINST, "废票", INVALID, "已送达未交回", SILENT);

    private final String label;

    Choice(String label) {
        this.label = label;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    /** Whether the ballot takes part in the vote. */
    public boolean isValid() {
        return this == AGREE || this == AGAINST || this == ABSTAIN;
    }

    /** Reads a code or the Chinese word for it. */
    public static Optional<Choice> read(String text) {
        var word = text == null ? "" : text.strip();
        return Arrays.stream(values())
                .filter(choice -> ComparisonKey.same(choice.name(), word) || ComparisonKey.same(choice.label, word))
                .findFirst()
                .or(() -> ALSO.entrySet().stream()
                        .filter(also -> ComparisonKey.same(also.getKey(), word))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }
}
