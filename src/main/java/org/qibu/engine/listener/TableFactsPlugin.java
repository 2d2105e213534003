package org.qibu.engine.listener;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.qibu.engine.spi.TableFacts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Adds to every task that asks a decision table by name the listener that provides what the program works out for it. */
@Component
@Order(0)
class TableFactsPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<TableFacts> facts;

    TableFactsPlugin(ObjectProvider<TableFacts> facts) {
        this.facts = facts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        ParseListeners.add(configuration, new AbstractBpmnParseListener() {
            @Override
            public void parseBusinessRuleTask(Element task, ScopeImpl scope, ActivityImpl activity) {
                var table = task.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "decisionRef");
                if (table != null) {
                    provide(activity, table);
                }
            }
        });
    }

    private void provide(ActivityImpl activity, String table) {
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution ->
                facts.stream().filter(each -> each.isFor(table)).forEach(each -> each.provide(table, execution)));
    }
}
