package org.qibu.text;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What people call the codes of a matter: its step, track, urgency, level, status and outcome, and those its forms and
 * tables know. The labels are those of the pages; no other place keeps any.
 */
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
    public static String key(Enum<?> step) {
        return STEP + step.name();
    }

    /** The key of the label of a step without its number, 1 to 7, for rooms that have texts of their own beside it. */
    public static String shortStepKey(int number) {
        return SHORT_STEP + "S" + number;
    }

    /** A step with its number, such as 第三步 协商议事. */
    public String step(Enum<?> step, Locale language) {
        return said(key(step), step.name(), language);
    }

    /** A step without its number, such as 协商议事. */
    public String shortStep(Enum<?> step, Locale language) {
        return said(SHORT_STEP + step.name(), step.name(), language);
    }

    /** The label of one of ours; empty for null. */
    public String label(@Nullable Enum<?> code, Locale language) {
        return code == null ? "" : label(code.name(), language);
    }

    /** The label of a code that was read, the code itself where it is none of ours; empty for null. */
    public String label(@Nullable WrittenCode code, Locale language) {
        return code == null ? "" : label(code.code(), language);
    }

    /** The label of any code, the code itself where it has none; empty for null. */
    public String label(@Nullable String code, Locale language) {
        return code == null ? "" : said(CODE + code, code, language);
    }

    /** The label of any code; empty where it has none. */
    public Optional<String> find(@Nullable String code, Locale language) {
        return Optional.ofNullable(texts.getMessage(CODE + code, null, null, language));
    }

    private String said(String key, String otherwise, Locale language) {
        return Optional.ofNullable(texts.getMessage(key, null, otherwise, language))
                .orElse(otherwise);
    }
}
