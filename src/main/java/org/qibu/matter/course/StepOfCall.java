package org.qibu.matter.course;

import java.util.Map;
import org.qibu.matter.Step;

/** Which step a call activity of the main process stands for. */
final class StepOfCall {

    private static final Map<String, Step> STEPS = Map.of(
            "call_issueCollection", Step.S1,
            "call_agendaSetting", Step.S2,
            "call_consultation", Step.S3,
            "call_decision", Step.S4,
            "call_implementation", Step.S5,
            "call_feedback", Step.S6,
            "call_review", Step.S7);

    private StepOfCall() {}

    static Step of(String callActivity) {
        var step = STEPS.get(callActivity);
        if (step == null) {
            throw new IllegalArgumentException(callActivity + " is none of the seven steps");
        }
        return step;
    }
}
