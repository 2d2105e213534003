package org.qibu.deadlines;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibu.calendar.Calendars;
import org.qibu.calendar.period.Period;
import org.qibu.calendar.period.PeriodTable;
import org.qibu.community.Offices;
import org.qibu.deadlines.escalation.DeadlineRows;
import org.qibu.deadlines.escalation.EscalationBatch;
import org.qibu.deadlines.escalation.ParallelRunner;
import org.qibu.deadlines.escalation.Recipients;
import org.qibu.deadlines.escalation.SweepContext;
import org.qibu.deadlines.ladder.LadderTable;
import org.qibu.deadlines.time.TimeGiven;
import org.qibu.engine.MatterLock;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.tasks.OpenTaskUpdates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs reminders and escalations and recalculates due moments when their basis changes. */
@Service
public class Deadlines {

    private static final Logger log = LoggerFactory.getLogger(Deadlines.class);
    private static final int LOT = 500;

    private final EscalationBatch escalationBatch;
    private final DeadlineReconciler deadlineReconciler;
    private final DeadlineRows deadlines;
    private final OpenTaskUpdates tasks;
    private final MatterLock lock;
    private final LadderTable ladder;
    private final Calendars calendars;
    private final PeriodTable periods;
    private final Accounts accounts;
    private final Offices offices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Deadlines(
            EscalationBatch escalationBatch,
            DeadlineReconciler deadlineReconciler,
            DeadlineRows deadlines,
            OpenTaskUpdates tasks,
            MatterLock lock,
            LadderTable ladder,
            Calendars calendars,
            PeriodTable periods,
            Accounts accounts,
            Offices offices,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.escalationBatch = escalationBatch;
        this.deadlineReconciler = deadlineReconciler;
        this.deadlines = deadlines;
        this.tasks = tasks;
        this.lock = lock;
        this.ladder = ladder;
        this.calendars = calendars;
        this.periods = periods;
        this.accounts = accounts;
        this.offices = offices;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Does all that is due now, in lots of 500 to a transaction, beside other nodes that do the same; where there is more
     * than one lot, several of its own threads share them. A task that cannot be dealt with is left for the next time and
     * holds nobody else up.
     *
     * @return how many tasks climbed a rung
     */
    public int sweep() {
        var now = clock.instant();
        transaction.executeWithoutResult(status -> deadlineReconciler.reconcile(now));
        var left = new HashSet<String>();
        var sweepContext = new SweepContext(
                ladder.current(),
                calendars.today(),
                periods.of(Period.SUPERVISION_ANSWER),
                new Recipients(accounts, offices),
                now);
        var first = batch(sweepContext, left);
        if (first.looked().isEmpty()) {
            return 0;
        }
        var rest = first.looked().size() < LOT
                ? rest(sweepContext, left)
                : ParallelRunner.sum(
                        () -> rest(sweepContext.with(new Recipients(accounts, offices)), new HashSet<>(left)));
        return first.climbed() + rest;
    }

    /** A lot is locked by whoever takes it and passed over by the others, so that nothing is done twice. */
    private int rest(SweepContext sweepContext, Set<String> left) {
        var climbed = 0;
        var batchResult = batch(sweepContext, left);
        while (!batchResult.looked().isEmpty()) {
            climbed += batchResult.climbed();
            batchResult = batch(sweepContext, left);
        }
        return climbed;
    }

    private EscalationBatch.BatchResult batch(SweepContext sweepContext, Set<String> left) {
        try {
            return take(sweepContext, LOT, left);
        } catch (RuntimeException e) {
            log.debug("A lot is taken task by task", e);
            return oneByOne(sweepContext, left);
        }
    }

    private EscalationBatch.BatchResult take(SweepContext sweepContext, int most, Set<String> left) {
        var batchResult = transaction.execute(status -> escalationBatch.next(sweepContext, most, left));
        left.addAll(batchResult.left());
        return batchResult;
    }

    private EscalationBatch.BatchResult oneByOne(SweepContext sweepContext, Set<String> left) {
        var looked = new ArrayList<String>();
        var climbed = 0;
        for (int i = 0; i < LOT; i++) {
            var first = deadlines.firstDue(sweepContext.now(), left);
            if (first.isEmpty()) {
                break;
            }
            looked.add(first.get());
            try {
                climbed += take(sweepContext, 1, left).climbed();
            } catch (RuntimeException e) {
                log.error("The deadline of task {} cannot be dealt with: {}", first.get(), e.getMessage(), e);
                left.add(first.get());
            }
        }
        return new EscalationBatch.BatchResult(looked, Set.of(), climbed);
    }

    /** A task that is due at another moment than before. */
    public record Moved(
            String taskId,
            String taskName,
            @Nullable String matterNo,
            @Nullable String communityCode,
            Instant from,
            Instant to) {}

    /**
     * Counts all open deadlines anew, as after a change of the calendar. A task that stays late keeps the rungs it stood on;
     * what moved comes back.
     */
    public List<Moved> recompute() {
        return transaction.execute(status -> {
            var now = clock.instant();
            var calendar = calendars.today();
            var moved = new ArrayList<Moved>();
            var moments = new LinkedHashMap<String, Instant>();
            holdMatters();
            tasks.await(deadlines.open());
            for (var task : deadlines.lockOpen()) {
                var due = task.allowance() == null || task.heldSince() != null
                        ? task.dueAt()
                        : task.allowance().end(task.countedFrom(), task.urgency(), calendar);
                if (!due.equals(task.dueAt())) {
                    deadlineReconciler.move(
                            task, new TimeGiven(task.urgency(), task.countedFrom(), task.allowance(), due), now);
                    moments.put(task.taskId(), due);
                    moved.add(new Moved(
                            task.taskId(), task.taskName(), task.matterNo(), task.communityCode(), task.dueAt(), due));
                }
            }
            tasks.setDueDates(moments);
            deadlines.lookAgain(now);
            return moved;
        });
    }

    /** Those opened while it waited as well: nobody waits for whoever holds nothing but a new matter. */
    private void holdMatters() {
        var held = new HashSet<String>();
        var open = deadlines.mattersOfOpen();
        while (!held.containsAll(open)) {
            lock.holdAll(open);
            held.addAll(open);
            open = deadlines.mattersOfOpen();
        }
    }
}
