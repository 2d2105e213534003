package org.qibu.engine.gate;

import java.util.ArrayList;
import java.util.List;
import org.qibu.engine.ModelRefused;

/** What stands against a deployment, told all at once and per file. */
final class Findings {

    private final List<String> sentences = new ArrayList<>();

    void add(String file, String sentence) {
        sentences.add(file + "：" + sentence);
    }

    void refuseIfAny() {
        if (!sentences.isEmpty()) {
            throw new ModelRefused("部署被拒绝：" + String.join("；", sentences) + "。");
        }
    }
}
