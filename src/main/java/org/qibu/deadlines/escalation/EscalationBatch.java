package org.qibu.deadlines.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qibu.deadlines.escalation.DeadlineRows.Step;
import org.qibu.deadlines.escalation.Effects.PendingEffects;
import org.qibu.deadlines.ladder.Effect;
import org.qibu.deadlines.ladder.EscalationLevel;
import org.qibu.deadlines.ladder.Rung;
import org.qibu.deadlines.time.LateTask;
import org.qibu.engine.tasks.OpenTaskUpdates;
import org.qibu.mail.StaffNote;
import org.qibu.mail.staff.StaffMails;
import org.qibu.matter.Matter;
import org.qibu.matter.MatterMasking;
import org.qibu.matter.Matters;
import org.qibu.privacy.MaskedText;
import org.springframework.stereotype.Component;

/**
 * Lets one lot of tasks climb; everything of a lot stands or falls with its transaction. What the tasks of a lot need is
 * asked for once, and what comes of it is written at once.
 */
@Component
public class EscalationBatch {

    private final DeadlineRows deadlines;
    private final OpenTaskUpdates tasks;
    private final Matters matters;
    private final MatterMasking masking;
    private final EscalationNotes escalationNotes;
    private final StaffMails mails;
    private final Effects effects;

    EscalationBatch(
            DeadlineRows deadlines,
            OpenTaskUpdates tasks,
            Matters matters,
            MatterMasking masking,
            EscalationNotes escalationNotes,
            StaffMails mails,
            Effects effects) {
        this.deadlines = deadlines;
        this.tasks = tasks;
        this.matters = matters;
        this.masking = masking;
        this.escalationNotes = escalationNotes;
        this.mails = mails;
        this.effects = effects;
    }

    /**
     * What was done with a lot.
     *
     * @param looked the tasks that were in it
     * @param left those of them somebody is working on this moment
     * @param climbed how many stand on a higher rung now
     */
    public record BatchResult(List<String> looked, Set<String> left, int climbed) {}

    /** Takes as many due tasks as this and lets each climb to the highest rung that is due. */
    public BatchResult next(SweepContext sweepContext, int most, Collection<String> except) {
        var due = deadlines.lockDue(sweepContext.now(), most, except);
        var ids = due.stream().map(LateTask::taskId).toList();
        var free = tasks.lock(ids);
        var here = due.stream().filter(task -> free.contains(task.taskId())).toList();
        var climbs = climbs(here, sweepContext);
        var collected = gather(climbs, sweepContext);
        deadlines.keep(climbs.stream().map(climb -> climb.step(collected)).toList(), sweepContext.now());
        effects.raise(climbs.stream()
                .filter(climb -> climb.all().contains(Effect.PRIORITY))
                .map(climb -> climb.task().taskId())
                .toList());
        effects.keep(collected.pending(), sweepContext.now());
        mails.tell(collected.told());
        var left = new HashSet<>(ids);
        left.removeAll(free);
        return new BatchResult(ids, left, (int)
                climbs.stream().filter(climb -> climb.reached() != null).count());
    }

    /**
     * How a task climbs.
     *
     * @param reached null where it stays where it is
     * @param skipped rungs below that it never stood on
     * @param all what those and the one it reached bring about
     */
    private record Escalation(LateTask task, Rung reached, List<Rung> skipped, Set<Effect> all, Instant next) {

        Step step(Collected collected) {
            return new Step(
                    task,
                    reached,
                    skipped,
                    collected.toldOf().getOrDefault(task.taskId(), List.of()),
                    all.contains(Effect.RED),
                    next);
        }
    }

    private List<Escalation> climbs(List<LateTask> here, SweepContext sweepContext) {
        var stoodOn = deadlines.rungs(here);
        return here.stream()
                .map(task -> escalation(task, stoodOn.getOrDefault(task.taskId(), Set.of()), sweepContext))
                .toList();
    }

    private static Escalation escalation(LateTask task, Set<EscalationLevel> stoodOn, SweepContext sweepContext) {
        var standing = sweepContext
                .ladder()
                .standing(task.dueAt(), task.createdAt(), task.urgency(), sweepContext.calendar(), sweepContext.now());
        var fresh = standing.due().stream()
                .filter(rung -> !stoodOn.contains(rung.level()))
                .toList();
        var highest = standing.due().isEmpty()
                ? null
                : standing.due().get(standing.due().size() - 1);
        if (highest == null || !fresh.contains(highest)) {
            return new Escalation(task, null, fresh, Set.of(), standing.next());
        }
        var all = EnumSet.noneOf(Effect.class);
        fresh.forEach(rung -> all.addAll(rung.effects()));
        return new Escalation(task, highest, fresh.subList(0, fresh.size() - 1), all, standing.next());
    }

    /** What is to be told and written of a lot. */
    private record Collected(List<StaffNote> told, Map<String, List<String>> toldOf, PendingEffects pending) {}

    private Collected gather(List<Escalation> climbs, SweepContext sweepContext) {
        var higher = climbs.stream().filter(climb -> climb.reached() != null).toList();
        sweepContext.people().meet(higher.stream().map(Escalation::task).toList());
        var found = matters
                .of(higher.stream()
                        .map(climb -> climb.task().matterNo())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Matter::matterNo, Function.identity()));
        var titles = masking.titlesForStaff(found.values());
        var collected = new Collected(new ArrayList<>(), new HashMap<>(), new PendingEffects());
        for (var climb : higher) {
            var matter = Optional.ofNullable(climb.task().matterNo()).map(found::get);
            collectEffects(climb, matter, matter.map(each -> titles.get(each.matterNo())), sweepContext, collected);
        }
        return collected;
    }

    private void collectEffects(
            Escalation climb,
            Optional<Matter> matter,
            Optional<MaskedText> title,
            SweepContext sweepContext,
            Collected collected) {
        var task = climb.task();
        var rung = climb.reached();
        var firm =
                matter.filter(each -> climb.all().contains(Effect.SUMMONS)).flatMap(each -> effects.firm(task, each));
        matter.ifPresent(each -> effects.on(task, each, rung, climb.all(), firm, collected.pending()));
        var to = sweepContext.people().of(rung.to(), task);
        var copied = sweepContext.people().of(rung.copy(), task);
        copied.removeAll(to);
        var values = escalationNotes.values(
                task, matter, title.map(MaskedText::toString).orElse(null), sweepContext);
        var told = new ArrayList<>(to);
        told.addAll(copied);
        told.forEach(account -> collected
                .told()
                .add(escalationNotes.of(account, task, rung, matter, values, !to.contains(account), firm)));
        collected.toldOf().put(task.taskId(), told);
    }
}
