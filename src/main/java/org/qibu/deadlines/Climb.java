package org.qibu.deadlines;

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
import org.qibu.deadlines.DeadlineRows.Step;
import org.qibu.deadlines.Effects.Befallen;
import org.qibu.engine.TaskBook;
import org.qibu.mail.MailKind;
import org.qibu.mail.StaffMails;
import org.qibu.mail.StaffNote;
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
class Climb {

    private final DeadlineRows deadlines;
    private final TaskBook tasks;
    private final Matters matters;
    private final MatterMasking masking;
    private final Notes notes;
    private final StaffMails mails;
    private final Effects effects;

    Climb(
            DeadlineRows deadlines,
            TaskBook tasks,
            Matters matters,
            MatterMasking masking,
            Notes notes,
            StaffMails mails,
            Effects effects) {
        this.deadlines = deadlines;
        this.tasks = tasks;
        this.matters = matters;
        this.masking = masking;
        this.notes = notes;
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
    record Lot(List<String> looked, Set<String> left, int climbed) {}

    /** Takes as many due tasks as this and lets each climb to the highest rung that is due. */
    Lot next(Round round, int most, Collection<String> except) {
        var due = deadlines.lockDue(round.now(), most, except);
        var ids = due.stream().map(LateTask::taskId).toList();
        var free = tasks.lock(ids);
        var here = due.stream().filter(task -> free.contains(task.taskId())).toList();
        var climbs = climbs(here, round);
        var gathered = gather(climbs, round);
        deadlines.keep(climbs.stream().map(climb -> climb.step(gathered)).toList(), round.now());
        effects.raise(climbs.stream()
                .filter(climb -> climb.all().contains(Effect.PRIORITY))
                .map(climb -> climb.task().taskId())
                .toList());
        effects.keep(gathered.befallen(), round.now());
        mails.tell(gathered.told());
        var left = new HashSet<>(ids);
        left.removeAll(free);
        return new Lot(ids, left, (int)
                climbs.stream().filter(climb -> climb.reached() != null).count());
    }

    /**
     * How a task climbs.
     *
     * @param reached null where it stays where it is
     * @param skipped rungs below that it never stood on
     * @param all what those and the one it reached bring about
     */
    private record Ascent(LateTask task, Rung reached, List<Rung> skipped, Set<Effect> all, Instant next) {

        Step step(Gathered gathered) {
            return new Step(
                    task,
                    reached,
                    skipped,
                    gathered.toldOf().getOrDefault(task.taskId(), List.of()),
                    all.contains(Effect.RED),
                    next);
        }
    }

    private List<Ascent> climbs(List<LateTask> here, Round round) {
        var stoodOn = deadlines.rungs(here);
        return here.stream()
                .map(task -> ascent(task, stoodOn.getOrDefault(task.taskId(), Set.of()), round))
                .toList();
    }

    private static Ascent ascent(LateTask task, Set<MailKind> stoodOn, Round round) {
        var standing =
                round.ladder().standing(task.dueAt(), task.createdAt(), task.urgency(), round.calendar(), round.now());
        var fresh = standing.due().stream()
                .filter(rung -> !stoodOn.contains(rung.kind()))
                .toList();
        var highest = standing.due().isEmpty()
                ? null
                : standing.due().get(standing.due().size() - 1);
        if (highest == null || !fresh.contains(highest)) {
            return new Ascent(task, null, fresh, Set.of(), standing.next());
        }
        var all = EnumSet.noneOf(Effect.class);
        fresh.forEach(rung -> all.addAll(rung.effects()));
        return new Ascent(task, highest, fresh.subList(0, fresh.size() - 1), all, standing.next());
    }

    /** What is to be told and written of a lot. */
    private record Gathered(List<StaffNote> told, Map<String, List<String>> toldOf, Befallen befallen) {}

    private Gathered gather(List<Ascent> climbs, Round round) {
        var higher = climbs.stream().filter(climb -> climb.reached() != null).toList();
        round.people().meet(higher.stream().map(Ascent::task).toList());
        var found = matters
                .of(higher.stream()
                        .map(climb -> climb.task().matterNo())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Matter::matterNo, Function.identity()));
        var titles = masking.titlesForStaff(found.values());
        var gathered = new Gathered(new ArrayList<>(), new HashMap<>(), new Befallen());
        for (var climb : higher) {
            var matter = Optional.ofNullable(climb.task().matterNo()).map(found::get);
            befall(climb, matter, matter.map(each -> titles.get(each.matterNo())), round, gathered);
        }
        return gathered;
    }

    private void befall(
            Ascent climb, Optional<Matter> matter, Optional<MaskedText> title, Round round, Gathered gathered) {
        var task = climb.task();
        var rung = climb.reached();
        var firm =
                matter.filter(each -> climb.all().contains(Effect.SUMMONS)).flatMap(each -> effects.firm(task, each));
        matter.ifPresent(each -> effects.on(task, each, rung, climb.all(), firm, gathered.befallen()));
        var to = round.people().of(rung.to(), task);
        var copied = round.people().of(rung.copy(), task);
        copied.removeAll(to);
        var values = notes.values(task, matter, title.map(MaskedText::toString).orElse(null), round);
        var told = new ArrayList<>(to);
        told.addAll(copied);
        told.forEach(account ->
                gathered.told().add(notes.of(account, task, rung, matter, values, !to.contains(account), firm)));
        gathered.toldOf().put(task.taskId(), told);
    }
}
