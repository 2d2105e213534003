package org.qibu.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.qibu.engine.door.Unchecked;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets a room ask a deployed decision table, in its newest version, outside a model. */
@Component
public class DecisionTables {

    private final ObjectProvider<DecisionService> decisions;
    private final Unchecked unchecked;

    DecisionTables(ObjectProvider<DecisionService> decisions, Unchecked unchecked) {
        this.decisions = decisions;
        this.unchecked = unchecked;
    }

    /** All matching rules' outputs, in the order of the table. */
    public List<Map<String, Object>> evaluate(String table, Map<String, Object> facts) {
        return unchecked.call(() -> decisions
                .getObject()
                .evaluateDecisionByKey(table)
                .variables(facts)
                .evaluate()
                .getResultList());
    }

    /** The outputs of the one matching rule. */
    public Map<String, Object> single(String table, Map<String, Object> facts) {
        return evaluate(table, facts).get(0);
    }
}
