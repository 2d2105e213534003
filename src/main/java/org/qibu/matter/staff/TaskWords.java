package org.qibu.matter.staff;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.qibu.engine.TaskFacts;
import org.qibu.mail.StaffNote;
import org.qibu.matter.Matter;
import org.qibu.matter.MatterMasking;
import org.qibu.text.CodeLabels;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Formats what of a matter may stand in a mail to staff: its title without names, its step. */
@Component
class TaskWords {

    private final MatterMasking masking;
    private final MessageSource texts;
    private final CodeLabels labels;

    TaskWords(MatterMasking masking, MessageSource texts, CodeLabels labels) {
        this.masking = masking;
        this.texts = texts;
        this.labels = labels;
    }

    Map<String, Object> of(Matter matter) {
        return of(List.of(matter)).get(matter.matterNo());
    }

    /** The same of many, by number; as many questions for a hundred as for one. */
    Map<String, Map<String, Object>> of(Collection<Matter> matters) {
        var titles = masking.titlesForStaff(matters);
        return matters.stream()
                .collect(Collectors.toMap(
                        Matter::matterNo,
                        matter -> words(matter, titles.get(matter.matterNo()).toString())));
    }

    private Map<String, Object> words(Matter matter, String title) {
        var words = new LinkedHashMap<String, Object>();
        words.put("title", title);
        words.put("step", labels.shortStep(matter.step(), Locale.CHINESE));
        words.put("step" + StaffNote.ENGLISH, labels.shortStep(matter.step(), Locale.ENGLISH));
        return words;
    }

    /** The same with what a new task brings; {@code expected} is the key of the sentence that asks for it. */
    Map<String, Object> of(TaskFacts task, Matter matter, String expected) {
        var words = of(matter);
        words.put("taskName", task.taskName());
        words.put("due", task.due());
        say(words, "expected", expected);
        return words;
    }

    private void say(Map<String, Object> words, String name, String key) {
        words.put(name, texts.getMessage(key, null, Locale.CHINESE));
        words.put(name + StaffNote.ENGLISH, texts.getMessage(key, null, Locale.ENGLISH));
    }
}
