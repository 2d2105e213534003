package org.qibu.engine.submission;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.qibu.engine.FormRefused;
import org.qibu.engine.NotYourTask;
import org.qibu.engine.TaskUnavailable;
import org.qibu.engine.draft.Draft;
import org.qibu.engine.draft.DraftCheck;
import org.qibu.engine.draft.Drafts;
import org.qibu.engine.form.FormDefinition;
import org.qibu.engine.identity.AsSystem;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes half-filled forms from whoever may work on them, and tells whether they still can. */
@Component
@NamedInterface("submission")
public class DraftService {

    private final TaskAccessPolicy door;
    private final StartFormService starts;
    private final FormLibrary library;
    private final Drafts drafts;
    private final ProcessEngine engine;
    private final AsSystem asSystem;

    DraftService(
            TaskAccessPolicy door,
            StartFormService starts,
            FormLibrary library,
            Drafts drafts,
            ProcessEngine engine,
            AsSystem asSystem) {
        this.door = door;
        this.starts = starts;
        this.library = library;
        this.drafts = drafts;
        this.engine = engine;
        this.asSystem = asSystem;
    }

    /** How a form stands for one person: theirs to fill, held by a colleague, over, or not theirs at all. */
    public enum State {
        OPEN,
        TAKEN,
        OVER,
        NOT_YOURS
    }

    /**
     * How a form stands for one person.
     *
     * @param sentence why it cannot be filled, in Chinese; empty where it can
     * @param savedAt when their draft was saved last; null where there is none
     * @param words their draft as text to copy, where the form itself can no longer take it; otherwise empty
     */
    @NamedInterface("submission")
    public record Standing(State state, String sentence, Instant savedAt, String words) {}

    /** How a task stands for this person. */
    @Transactional(readOnly = true)
    public Standing standing(String taskId, String userId) {
        try {
            door.mustBeWorkable(door.look(taskId, userId), userId);
            return standing(State.OPEN, "", drafts.of(taskId, userId));
        } catch (TaskUnavailable gone) {
            if (gone.status() == TaskUnavailable.NOT_FOUND) {
                throw gone;
            }
            var state = door.isThere(taskId) ? State.TAKEN : State.OVER;
            return standing(state, gone.getMessage(), drafts.of(taskId, userId));
        } catch (NotYourTask notYours) {
            return new Standing(State.NOT_YOURS, notYours.getMessage(), null, "");
        }
    }

    private static Standing standing(State state, String sentence, Optional<Draft> draft) {
        return new Standing(
                state,
                sentence,
                draft.map(Draft::savedAt).orElse(null),
                state == State.OPEN ? "" : draft.map(Draft::words).orElse(""));
    }

    /**
     * Keeps what somebody typed for a task. A colleague may hold it meanwhile: what was typed is not lost for that, and the
     * answer says so.
     *
     * @throws TaskUnavailable when the task is over or not in sight
     * @throws NotYourTask when they could not work on it even if nobody held it
     */
    @Transactional
    public Standing keep(String taskId, String userId, Map<String, Object> typed) {
        var task = door.hold(taskId, userId);
        door.mustBeOffered(task, userId);
        var draft = keep(taskId, userId, form(task), typed);
        try {
            door.mustBeWorkable(task, userId);
            return standing(State.OPEN, "", Optional.of(draft));
        } catch (TaskUnavailable taken) {
            return standing(State.TAKEN, taken.getMessage(), Optional.of(draft));
        }
    }

    /** Forgets what somebody typed for a task or for the start of a process. */
    @Transactional
    public void forget(String place, String userId) {
        drafts.forget(place, userId);
    }

    /** How the start form of a process stands for this person. */
    @Transactional(readOnly = true)
    public Standing startStanding(String processKey, String userId) {
        try {
            starts.mustBeStarter(definition(processKey), userId);
            return standing(State.OPEN, "", drafts.of(Drafts.startOf(processKey), userId));
        } catch (NotYourTask notYours) {
            return new Standing(State.NOT_YOURS, notYours.getMessage(), null, "");
        }
    }

    /** Keeps what somebody typed into the start form of a process. */
    @Transactional
    public Standing keepStart(String processKey, String userId, Map<String, Object> typed) {
        var definition = definition(processKey);
        starts.mustBeStarter(definition, userId);
        var form = library.ofStart(definition).orElseThrow(DraftService::noForm);
        return standing(State.OPEN, "", Optional.of(keep(Drafts.startOf(processKey), userId, form, typed)));
    }

    private Draft keep(String place, String userId, FormDefinition form, Map<String, Object> typed) {
        var values = DraftCheck.check(form, typed);
        return drafts.keep(place, userId, values, DraftCheck.words(form, values));
    }

    private FormDefinition form(Task task) {
        return FormLibrary.readable(() -> library.of(task)).orElseThrow(DraftService::noForm);
    }

    private static FormRefused noForm() {
        return new FormRefused("", "这里没有可以保存草稿的表单。");
    }

    private String definition(String processKey) {
        var definition = asSystem.call(() -> engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(processKey)
                .latestVersion()
                .singleResult());
        if (definition == null) {
            throw TaskUnavailable.notFound();
        }
        return definition.getId();
    }
}
