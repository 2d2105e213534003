package org.qibu.engine.process;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.qibu.engine.identity.AsSystem;
import org.qibu.engine.submission.InCommunity;
import org.springframework.stereotype.Component;

/** Starts a model beside the course of a matter, such as an inspection. */
@Component
public class Programmes {

    /** The routing value that is true where a model runs beside the course, so that its result changes nothing there. */
    public static final String BESIDE = "beside";

    private final ProcessEngine engine;
    private final AsSystem asSystem;

    Programmes(ProcessEngine engine, AsSystem asSystem) {
        this.engine = engine;
        this.asSystem = asSystem;
    }

    /** Starts the newest version of a model for a matter, unless none is deployed or one of it runs for the matter already. */
    public boolean startOnce(String processKey, String matterNo, String communityCode) {
        return asSystem.call(() -> {
            var starts = !runs(processKey, matterNo) && isDeployed(processKey);
            if (starts) {
                InCommunity.call(
                        communityCode,
                        () -> engine.getRuntimeService()
                                .createProcessInstanceByKey(processKey)
                                .businessKey(matterNo)
                                .setVariables(
                                        Map.of("matterNo", matterNo, "communityCode", communityCode, BESIDE, true))
                                .execute());
            }
            return starts;
        });
    }

    private boolean runs(String processKey, String matterNo) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey(processKey)
                        .processInstanceBusinessKey(matterNo)
                        .count()
                > 0;
    }

    private boolean isDeployed(String processKey) {
        return engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(processKey)
                        .active()
                        .count()
                > 0;
    }
}
