package org.qibu.deadlines.escalation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qibu.deadlines.escalation.Effects.PendingEffects;
import org.qibu.deadlines.ladder.Effect;
import org.qibu.deadlines.ladder.EscalationLevel;
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
 * Escalates up to 500 late tasks in one transaction, which stands or falls as a whole. What the tasks of a batch need
 * is read once for all of them, and what comes of it is written at once.
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
        var told = new ArrayList<StaffNote>();
        var pending = new PendingEffects();
        collect(climbs, sweepContext, told, pending);
        deadlines.keep(climbs, told, sweepContext.now());
        effects.raise(climbs.stream()
                .filter(climb -> climb.effects().contains(Effect.PRIORITY))
                .map(climb -> climb.task().taskId())
                .toList());
        effects.keep(pending, sweepContext.now());
        mails.tell(told);
        var left = new HashSet<>(ids);
        left.removeAll(free);
        return new BatchResult(ids, left, (int)
                climbs.stream().filter(climb -> climb.reached() != null).count());
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

    /** Collects what is to be told and written of a lot. */
    private void collect(
            List<Escalation> climbs, SweepContext sweepContext, List<StaffNote> told, PendingEffects pending) {
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
        for (var climb : higher) {
            var matter = Optional.ofNullable(climb.task().matterNo()).map(found::get);
            var title = matter.map(each -> titles.get(each.matterNo())).map(MaskedText::toString);
            var firm = matter.filter(each -> climb.effects().contains(Effect.SUMMONS))
                    .flatMap(each -> effects.firm(climb.task(), each));
            matter.ifPresent(each -> effects.on(climb, each, firm, pending));
            told.addAll(escalationNotes.of(climb, matter, title.orElse(null), firm, sweepContext));
        }
    }
}
