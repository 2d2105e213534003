package org.qibu.matter.action;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.qibu.matter.Matter;
import org.qibu.transaction.ReadOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was planned for a matter and what became of it; a new plan takes the place of the one before, which is kept. */
@Repository
public class PlannedActions {

    private final JdbcClient database;
    private final Clock clock;

    PlannedActions(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Lays down a plan. */
    public void plan(Matter matter, List<NewAction> actions) {
        var planNo = lastPlan(all(matter.matterNo())) + 1;
        actions.forEach(action -> database.sql("""
                        insert into matter_action (matter_no, cycle, plan_no, no, text, owner_id, start_on, due_on, budget,
                          joint_kind, needs_volunteers)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        matter.matterNo(),
                        matter.cycle(),
                        planNo,
                        action.no(),
                        action.text(),
                        action.ownerId(),
                        action.startOn(),
                        action.dueOn(),
                        action.budget(),
                        action.jointKind(),
                        action.needsVolunteers()))
                .update());
        ReadOnce.forget(PlannedActions.class);
    }

    private static int lastPlan(List<PlannedAction> actions) {
        return actions.stream().mapToInt(PlannedAction::planNo).max().orElse(0);
    }

    /** The actions of all plans, oldest plan first. */
    public List<PlannedAction> all(String matterNo) {
        return ReadOnce.get(
                PlannedActions.class,
                matterNo,
                () -> List.copyOf(database.sql("select * from matter_action where matter_no = ? order by plan_no, no")
                        .param(matterNo)
                        .query(PlannedAction.class)
                        .list()));
    }

    /** The actions of the plan in force. */
    public List<PlannedAction> current(String matterNo) {
        var all = all(matterNo);
        var last = lastPlan(all);
        return all.stream().filter(action -> action.planNo() == last).toList();
    }

    /** An action of the plan in force. */
    public PlannedAction get(String matterNo, int no) {
        return current(matterNo).stream()
                .filter(action -> action.no() == no)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no action " + no + " in " + matterNo));
    }

    /** Keeps how far an action got and what it cost. */
    public void report(String matterNo, int no, long progress, Optional<BigDecimal> cost, String state) {
        change(
                matterNo,
                no,
                "progress = ?, actual_cost = coalesce(?, actual_cost), state = ?, done_at = ?",
                progress,
                cost.orElse(null),
                state,
                "DONE".equals(state) ? Timestamp.from(clock.instant()) : null);
    }

    /** Notes that more time is asked for. */
    public void askDelay(String matterNo, int no, LocalDate until) {
        change(matterNo, no, "asked_due = ?, delays_asked = delays_asked + 1", until);
    }

    /** Grants more time. */
    public void grantDelay(String matterNo, int no, LocalDate until) {
        change(matterNo, no, "due_on = ?, asked_due = null, delays = delays + 1", until);
    }

    /** Leaves the due day as it was. */
    public void refuseDelay(String matterNo, int no) {
        change(matterNo, no, "asked_due = null");
    }

    private void change(String matterNo, int no, String changes, Object... values) {
        var statement = database.sql(
                "update matter_action set " + changes
                        + " where matter_no = ? and no = ? and plan_no = (select max(plan_no) from matter_action where matter_no = ?)");
        for (var value : values) {
            statement = statement.param(value);
        }
        statement.param(matterNo).param(no).param(matterNo).update();
        ReadOnce.forget(PlannedActions.class);
    }
}
