package org.qibu.engine;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.qibu.engine.door.InCommunity;
import org.qibu.engine.door.Unchecked;
import org.springframework.stereotype.Component;

/** Starts a model beside the course of a matter, such as an inspection. */
@Component
public class Programmes {

    /** The routing value that is true where a model runs beside the course, so that its result changes nothing there. */
    public static final String BESIDE = "beside";

    private final ProcessEngine engine;
    private final Unchecked unchecked;

    Programmes(ProcessEngine engine, Unchecked unchecked) {
        this.engine = engine;
        this.unchecked = unchecked;
    }

    /** Starts the newest version of a model for a matter, unless none is deployed or one of it runs for the matter already. */
    public boolean startOnce(String processKey, String matterNo, String communityCode) {
        return unchecked.call(() -> {
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
