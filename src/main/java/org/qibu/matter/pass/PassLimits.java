package org.qibu.matter.pass;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.qibu.engine.FormRefused;
import org.qibu.engine.ModelBean;
import org.qibu.engine.SetsVariable;
import org.qibu.engine.spi.TableFacts;
import org.qibu.matter.Routing;
import org.qibu.matter.contract.PublishedElements;

/**
 * How often a matter may be sent round again, as an administrator keeps it in the table of limits. Our models tell the tables
 * that judge a way whether it is used up, where everybody sees it; models drawn before these tables asked for it do not, and
 * are answered for here.
 */
@ModelBean
public class PassLimits implements TableFacts {

    private static final String CYCLE = "cycle";
    private static final String USED_UP = "UsedUp";

    /** By table, the routing values in which models count what it judges. */
    private static final Map<String, Set<String>> JUDGED = Map.of(
            PublishedElements.TABLE_ACCEPT_ISSUE, Set.of("asked"),
            PublishedElements.TABLE_JUDGE_CONSENSUS, Set.of("round", "adjourned"),
            PublishedElements.TABLE_EVALUATE_RESULT, Set.of("reopened", "rectified"));

    private final LimitTable table;

    PassLimits(LimitTable table) {
        this.table = table;
    }

    /** Whether what a model counts by this name may be done once more. */
    public boolean isLeft(DelegateExecution execution, String count) {
        return Routing.number(execution, count) < most(count);
    }

    /** Whether what a model counts by this name was done as often as allowed. */
    public boolean isUsedUp(DelegateExecution execution, String count) {
        return !isLeft(execution, count);
    }

    /**
     * Sets a variable for the tables a model asks next: whether a count is used up; kept for this step of the process
     * only.
     */
    public void note(DelegateExecution execution, String count, @SetsVariable String name) {
        execution.setVariableLocal(name, Variables.booleanValue(isUsedUp(execution, count), true));
    }

    @Override
    public boolean isFor(String table) {
        return JUDGED.containsKey(table);
    }

    @Override
    public void provide(String table, DelegateExecution execution) {
        JUDGED.get(table).forEach(count -> note(execution, count, count + USED_UP));
    }

    /** The first of two groups until a count is used up, then the other. */
    public String until(DelegateExecution execution, String count, String first, String then) {
        return isLeft(execution, count) ? first : then;
    }

    /** Whether a matter may go back to consultation once more; each time a review opens it anew adds some. */
    public boolean isCycleLeft(DelegateExecution execution) {
        var added = Routing.number(execution, "reopened") * most(PassLimit.RECONSULT_REOPENED);
        return returns(execution) < most(PassLimit.RECONSULT) + added;
    }

    /** Whether a matter that was not passed, or not confirmed, goes back to consultation. */
    public boolean isFailureLeft(DelegateExecution execution) {
        return returns(execution) < most(PassLimit.NOT_PASSED);
    }

    /** How often a matter was sent back to consultation; its first cycle is number 1. */
    private static int returns(DelegateExecution execution) {
        return Routing.number(execution, CYCLE) - 1;
    }

    /** How often a way may be gone. */
    public int most(PassLimit limit) {
        return table.row(limit.word()).most();
    }

    private int most(String count) {
        return table.row(PassLimit.wordOf(count)).most();
    }

    /** Refuses at a field what was done as often as allowed. */
    public void mustBeLeft(PassLimit limit, String field, int done) {
        var row = table.row(limit.word());
        if (done >= row.most()) {
            throw new FormRefused(field, sentence(limit, row).replace("{0}", Integer.toString(row.most())));
        }
    }

    private static String sentence(PassLimit limit, LimitTable.Row row) {
        return row.sentence().isEmpty() ? "“" + limit.word() + "”已有 {0} 次，请另选。" : row.sentence();
    }
}
