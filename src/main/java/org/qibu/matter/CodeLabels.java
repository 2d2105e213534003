package org.qibu.matter;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What people call the codes of a matter: its step, track, urgency, level, status and outcome, and those its forms know. */
@Component
public class CodeLabels {

    private static final String STEP = "step.";
    private static final String SHORT_STEP = STEP + "short.";
    private static final String CODE = "code.";

    private final MessageSource texts;

    public CodeLabels(MessageSource texts) {
        this.texts = texts;
    }

    /** The key under which the label of a step is kept, for texts that are put into words when they are read. */
    public static String key(Step step) {
        return STEP + step;
    }

    /** A step with its number, such as 第三步 协商议事. */
    public String step(Step step, Locale language) {
        return texts.getMessage(key(step), null, step.name(), language);
    }

    /** A step without its number, such as 协商议事. */
    public String shortStep(Step step, Locale language) {
        return texts.getMessage(SHORT_STEP + step, null, step.name(), language);
    }

    /** The label of one of ours; empty for null. */
    public String label(Enum<?> code, Locale language) {
        return code == null ? "" : label(code.name(), language);
    }

    /** The label of a code of a matter, the code itself where it is none of ours; empty for null. */
    public String label(MatterCode<?> code, Locale language) {
        return code == null ? "" : label(code.code(), language);
    }

    /** The label of any code, the code itself where it has none; empty for null. */
    public String label(String code, Locale language) {
        return code == null ? "" : find(code, language).orElse(code);
    }

    /** The label of any code; empty where it has none. */
    public Optional<String> find(String code, Locale language) {
        return Optional.ofNullable(texts.getMessage(CODE + code, null, null, language));
    }
}
