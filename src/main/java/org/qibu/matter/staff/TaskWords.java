package org.qibu.matter.staff;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.qibu.engine.TaskFacts;
import org.qibu.matter.Masking;
import org.qibu.matter.Matter;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says about a matter what may stand in a mail to staff: its title without names, its step. */
@Component
class TaskWords {

    private final Masking masking;
    private final MessageSource texts;

    TaskWords(Masking masking, MessageSource texts) {
        this.masking = masking;
        this.texts = texts;
    }

    Map<String, Object> of(Matter matter) {
        var words = new LinkedHashMap<String, Object>();
        words.put("title", masking.mask(matter, matter.title()));
        words.put("step", say("step.short." + matter.step()));
        return words;
    }

    /** The same with what a new task brings; {@code expected} is the key of the sentence that asks for it. */
    Map<String, Object> of(TaskFacts task, Matter matter, String expected) {
        var words = of(matter);
        words.put("taskName", task.taskName());
        words.put("due", task.due());
        words.put("expected", say(expected));
        return words;
    }

    private String say(String key) {
        return texts.getMessage(key, null, Locale.CHINESE);
    }
}
