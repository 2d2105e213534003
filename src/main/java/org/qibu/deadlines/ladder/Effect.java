package org.qibu.deadlines.ladder;

import java.util.Arrays;
import java.util.Optional;

/** What a rung brings about besides mail, as the table calls it. */
public enum Effect {
    PRIORITY("优先级加20"),
    QUERY("开出监督询问"),
    RED("看板标红"),
    INSPECTION("启动专项督查"),
    SUMMONS("约谈企业");

    private final String chineseName;

    Effect(String chineseName) {
        this.chineseName = chineseName;
    }

    /** What the table calls it. */
    String chineseName() {
        return chineseName;
    }

    static Optional<Effect> called(String chineseName) {
        return Arrays.stream(values())
                .filter(effect -> effect.chineseName.equals(chineseName))
                .findFirst();
    }
}
