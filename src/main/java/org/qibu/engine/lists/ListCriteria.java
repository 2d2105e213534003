package org.qibu.engine.lists;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.QueryOperator;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryVariableValue;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;

/** The criteria our lists narrow their question by, as conditions on {@code act_ru_task t}. */
class ListCriteria {

    private static final Set<String> KNOWN = Set.of(
            "assigned", "unassigned", "dueBefore", "dueAfter", "processDefinitionKeys", "variables", "suspensionState");

    private final Sql sql;

    ListCriteria(Sql sql) {
        this.sql = sql;
    }

    /** Whether every criterion of this part of a query can be said here. */
    static boolean canSay(TaskQueryImpl part) {
        return KNOWN.containsAll(Workable.criteria(part))
                && part.getVariables().stream().allMatch(ListCriteria::isPlainText);
    }

    private static boolean isPlainText(TaskQueryVariableValue variable) {
        return variable.isProcessInstanceVariable()
                && variable.getOperator() == QueryOperator.EQUALS
                && variable.getValue() instanceof String text
                && !text.isEmpty()
                && !variable.isVariableNameIgnoreCase()
                && !variable.isVariableValueIgnoreCase();
    }

    /** The condition of one part: all of its criteria, or one of them where the part is an alternative. */
    Optional<String> of(TaskQueryImpl part) {
        var all = new ArrayList<String>();
        if (part.isAssigned()) {
            all.add("t.assignee_ is not null");
        }
        if (part.isUnassigned()) {
            all.add("t.assignee_ is null");
        }
        due(part).ifPresent(all::add);
        if (part.getProcessDefinitionKeys() != null && part.getProcessDefinitionKeys().length > 0) {
            all.add(processes(Set.of(part.getProcessDefinitionKeys())));
        }
        part.getVariables().forEach(variable -> all.add(equal(variable)));
        if (part.getSuspensionState() != null) {
            all.add("t.suspension_state_ = " + (part.getSuspensionState().equals(SuspensionState.ACTIVE) ? "1" : "2"));
        }
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of("(" + String.join(part.isOrQueryActive() ? " or " : " and ", all) + ")");
    }

    /** Within an alternative the engine lets one of the two limits do. */
    private Optional<String> due(TaskQueryImpl part) {
        var limits = new ArrayList<String>();
        if (part.getDueBefore() != null) {
            limits.add("t.due_date_ < " + sql.value(part.getDueBefore()));
        }
        if (part.getDueAfter() != null) {
            limits.add("t.due_date_ > " + sql.value(part.getDueAfter()));
        }
        return limits.isEmpty()
                ? Optional.empty()
                : Optional.of("(" + String.join(part.isOrQueryActive() ? " or " : " and ", limits) + ")");
    }

    private String processes(Set<String> keys) {
        return "t.proc_def_id_ in (select d.id_ from act_re_procdef d where " + sql.in("d.key_", keys) + ")";
    }

    private String equal(TaskQueryVariableValue variable) {
        return "exists (select 1 from act_ru_variable v where v.proc_inst_id_ = t.proc_inst_id_ and v.task_id_ is null"
                + " and v.type_ = 'string' and v.name_ = " + sql.value(variable.getName())
                + " and v.text_ = " + sql.value(variable.getValue()) + ")";
    }
}
