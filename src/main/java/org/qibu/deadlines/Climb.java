package org.qibu.deadlines;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qibu.deadlines.DeadlineRows.Step;
import org.qibu.engine.TaskBook;
import org.qibu.mail.MailKind;
import org.qibu.matter.Matter;
import org.qibu.matter.Matters;
import org.springframework.stereotype.Component;

/** Lets one lot of tasks climb; everything of a lot stands or falls with its transaction. */
@Component
class Climb {

    private final DeadlineRows deadlines;
    private final TaskBook tasks;
    private final Matters matters;
    private final Notes notes;
    private final Effects effects;

    Climb(DeadlineRows deadlines, TaskBook tasks, Matters matters, Notes notes, Effects effects) {
        this.deadlines = deadlines;
        this.tasks = tasks;
        this.matters = matters;
        this.notes = notes;
        this.effects = effects;
    }

    /**
     * What was done with a lot.
     *
     * @param looked the tasks that were in it
     * @param left those of them somebody is working on this moment
     * @param climbed how many stand on a higher rung now
     */
    record Lot(List<String> looked, Set<String> left, int climbed) {}

    /** Takes as many due tasks as this and lets each climb to the highest rung that is due. */
    Lot next(Round round, int most, Collection<String> except) {
        var due = deadlines.lockDue(round.now(), most, except);
        var ids = due.stream().map(LateTask::taskId).toList();
        var free = tasks.lock(ids);
        var here = due.stream().filter(task -> free.contains(task.taskId())).toList();
        var stoodOn = deadlines.rungs(here);
        var found = new HashMap<String, Optional<Matter>>();
        var raised = new ArrayList<String>();
        var steps = here.stream()
                .map(task -> step(task, stoodOn.getOrDefault(task.taskId(), Set.of()), round, found, raised))
                .toList();
        deadlines.keep(steps, round.now());
        effects.raise(raised);
        var left = new HashSet<>(ids);
        left.removeAll(free);
        return new Lot(ids, left, (int)
                steps.stream().filter(step -> step.reached() != null).count());
    }

    private Step step(
            LateTask task,
            Set<MailKind> stoodOn,
            Round round,
            Map<String, Optional<Matter>> found,
            List<String> raised) {
        var standing =
                round.ladder().standing(task.dueAt(), task.createdAt(), task.urgency(), round.calendar(), round.now());
        var fresh = standing.due().stream()
                .filter(rung -> !stoodOn.contains(rung.kind()))
                .toList();
        var highest = standing.due().isEmpty()
                ? null
                : standing.due().get(standing.due().size() - 1);
        if (highest == null || !fresh.contains(highest)) {
            return new Step(task, null, fresh, List.of(), false, standing.next());
        }
        var all = EnumSet.noneOf(Effect.class);
        fresh.forEach(rung -> all.addAll(rung.effects()));
        if (all.contains(Effect.PRIORITY)) {
            raised.add(task.taskId());
        }
        var matter = found.computeIfAbsent(
                String.valueOf(task.matterNo()),
                no -> Optional.ofNullable(task.matterNo()).flatMap(matters::find));
        var told = befall(task, highest, all, matter, round);
        return new Step(
                task, highest, fresh.subList(0, fresh.size() - 1), told, all.contains(Effect.RED), standing.next());
    }

    private List<String> befall(LateTask task, Rung rung, Set<Effect> all, Optional<Matter> matter, Round round) {
        var firm = matter.filter(each -> all.contains(Effect.SUMMONS)).flatMap(each -> effects.firm(task, each));
        matter.ifPresent(each -> effects.on(task, each, rung, all, firm, round.now()));
        var to = round.people().of(rung.to(), task);
        var copied = round.people().of(rung.copy(), task);
        copied.removeAll(to);
        var values = notes.values(task, matter, round.people(), round);
        to.forEach(account -> notes.tell(account, task, rung, matter, values, false, firm));
        copied.forEach(account -> notes.tell(account, task, rung, matter, values, true, firm));
        var told = new ArrayList<>(to);
        told.addAll(copied);
        return told;
    }
}
