package org.qibu.engine.door;

import org.camunda.bpm.engine.ProcessEngine;
import org.qibu.engine.CourseElements;
import org.springframework.stereotype.Component;

/** Lets a matter that had ended run once more under its number, without the form that opened it. */
@Component
public class SecondStart {

    private final ProcessEngine engine;
    private final StartDesk starts;
    private final Unchecked unchecked;

    SecondStart(ProcessEngine engine, StartDesk starts, Unchecked unchecked) {
        this.engine = engine;
        this.starts = starts;
        this.unchecked = unchecked;
    }

    /** Runs the matter again by the newest model, from the first step on, with first routing values. */
    public void of(String matterNo, String communityCode) {
        unchecked.call(() -> StartDesk.inCommunity(communityCode, () -> start(matterNo, communityCode)));
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
