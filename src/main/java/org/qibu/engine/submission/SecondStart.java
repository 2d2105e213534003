package org.qibu.engine.submission;

import org.camunda.bpm.engine.ProcessEngine;
import org.qibu.engine.CourseElements;
import org.qibu.engine.identity.AsSystem;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Starts a matter that had ended once more under its number, without the form that opened it. */
@Component
@NamedInterface("submission")
public class SecondStart {

    private final ProcessEngine engine;
    private final StartFormService starts;
    private final AsSystem asSystem;

    SecondStart(ProcessEngine engine, StartFormService starts, AsSystem asSystem) {
        this.engine = engine;
        this.starts = starts;
        this.asSystem = asSystem;
    }

    /** Runs the matter again by the newest model, from the first step on, with first routing values. */
    public void of(String matterNo, String communityCode) {
        asSystem.call(() -> StartFormService.inCommunity(communityCode, () -> start(matterNo, communityCode)));
    }

    private String start(String matterNo, String communityCode) {
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(CourseElements.DELIBERATION)
                .latestVersion()
                .singleResult();
        return engine.getRuntimeService()
                .createProcessInstanceById(definition.getId())
                .businessKey(matterNo)
                .setVariables(starts.again(definition.getId(), matterNo, communityCode))
                .startBeforeActivity(CourseElements.CALL_ISSUE_COLLECTION)
                .execute()
                .getId();
    }
}
