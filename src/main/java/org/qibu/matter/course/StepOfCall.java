package org.qibu.matter.course;

import java.util.Map;
import org.qibu.matter.Step;
import org.qibu.matter.contract.DeliberationElements;

/** Which step a call activity of the main process stands for. */
final class StepOfCall {

    private static final Map<String, Step> STEPS = Map.of(
            DeliberationElements.CALL_ISSUE_COLLECTION, Step.S1,
            DeliberationElements.CALL_AGENDA_SETTING, Step.S2,
            DeliberationElements.CALL_CONSULTATION, Step.S3,
            DeliberationElements.CALL_DECISION, Step.S4,
            DeliberationElements.CALL_IMPLEMENTATION, Step.S5,
            DeliberationElements.CALL_FEEDBACK, Step.S6,
            DeliberationElements.CALL_REVIEW, Step.S7);

    private StepOfCall() {}

    static Step of(String callActivity) {
        var step = STEPS.get(callActivity);
        if (step == null) {
            throw new IllegalArgumentException(callActivity + " is none of the seven steps");
        }
        return step;
    }
}
