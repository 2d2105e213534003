package org.qibu.matter;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.qibu.engine.ModelBean;
import org.qibu.engine.SetsVariable;
import org.qibu.matter.contract.FixAgendaFields;
import org.qibu.matter.contract.VerifyIssueFields;

/** Sets routing values from a model, and keeps the matter's own copy of them. */
@ModelBean
public class Routing {

    private final Matters matters;

    Routing(Matters matters) {
        this.matters = matters;
    }

    /** Sets a routing value. */
    public void set(DelegateExecution execution, @SetsVariable String name, Object value) {
        execution.setVariable(name, value);
    }

    /** Gives one routing value another's value. */
    public void copy(DelegateExecution execution, String from, @SetsVariable String to) {
        execution.setVariable(to, execution.getVariable(from));
    }

    /** Raises a count by one. */
    public int raise(DelegateExecution execution, @SetsVariable String name) {
        var raised = number(execution, name) + 1;
        execution.setVariable(name, raised);
        return raised;
    }

    /** A count, for conditions of models; 0 where it is not set. */
    public int count(DelegateExecution execution, String name) {
        return number(execution, name);
    }

    /** The first of two groups until a count has reached its limit, then the other. */
    public String until(DelegateExecution execution, String count, int limit, String first, String then) {
        return number(execution, count) < limit ? first : then;
    }

    /** A count; 0 where it is not set. */
    public static int number(DelegateExecution execution, String name) {
        return execution.getVariable(name) instanceof Number number ? number.intValue() : 0;
    }

    /** Writes the routing values in sight into the matter, where people and searches see them. */
    public void mirror(DelegateExecution execution) {
        matters.mirror(execution.getProcessBusinessKey(), inSight(execution));
    }

    /** The routing values in sight of an execution. */
    public static MirroredValues inSight(DelegateExecution execution) {
        return new MirroredValues(
                MatterCode.of(Track.class, code(execution, "track")),
                MatterCode.of(MatterType.class, code(execution, VerifyIssueFields.MATTER_TYPE)),
                MatterCode.of(Urgency.class, code(execution, FixAgendaFields.URGENCY)),
                MatterCode.of(Level.class, code(execution, FixAgendaFields.LEVEL)),
                countOrNone(execution, "round"),
                countOrNone(execution, "adjourned"),
                countOrNone(execution, "cycle"),
                countOrNone(execution, "reopened"));
    }

    private static String code(DelegateExecution execution, String name) {
        var value = execution.getVariable(name);
        if (value == null || "".equals(value)) {
            return null;
        }
        if (value instanceof String code) {
            return code;
        }
        throw new IllegalStateException(name + " 要是代码，现在是“" + value + "”。");
    }

    private static Number countOrNone(DelegateExecution execution, String name) {
        var value = execution.getVariable(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Number count) {
            return count;
        }
        throw new IllegalStateException(name + " 要是数字，现在是“" + value + "”。");
    }
}
