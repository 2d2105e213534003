package org.qibu.review;

import java.util.Map;
import java.util.Optional;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
import org.qibu.review.ReviewForms.EvaluateFields;
import org.qibu.voting.rules.Shares;
import org.springframework.stereotype.Component;

/** The supervisors judge the result; counts become the facts the evaluation table takes. */
@Component
class Evaluate implements FormHandler {

    private final Matters matters;
    private final Shares shares;
    private final Timeline timeline;

    Evaluate(Matters matters, Shares shares, Timeline timeline) {
        this.matters = matters;
        this.shares = shares;
        this.timeline = timeline;
    }

    @Override
    public String formId() {
        return ReviewForms.EVALUATE;
    }

    @Override
    public Optional<String> whyFinal() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> facts(FormCase form) {
        return Map.of("surveyRepeated", form.flag("surveyRepeated"));
    }

    /** Counts of an earlier survey do not stand for a new one; only an inconclusive judgement is made on the same. */
    @Override
    public Map<String, Object> prefill(FormCase form) {
        return isInconclusive(form)
                ? FormHandler.emptied(EvaluateFields.SUPERVISOR_RULING)
                : FormHandler.emptied(
                        EvaluateFields.SURVEY_SENT,
                        EvaluateFields.SURVEY_SATISFIED,
                        EvaluateFields.SURVEY_BASICALLY,
                        EvaluateFields.SURVEY_NOT_SATISFIED,
                        EvaluateFields.GOAL_MET,
                        EvaluateFields.PROCESS_OK,
                        EvaluateFields.NON_RESIDENTS_INCLUDED,
                        EvaluateFields.SUPERVISOR_RULING,
                        EvaluateFields.REMARKS);
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var survey = Survey.of(values);
        var answersEnough = survey.isAnsweredBy(shares.of("SURVEY_ANSWERS"));
        mustRuleWhenAskedAgain(form, values, answersEnough);
        timeline.tell(
                matters.get(form.matterNo()),
                form.userId(),
                "evaluated",
                survey.sent(),
                survey.satisfied(),
                survey.basically(),
                survey.notSatisfied());
        return Map.of(
                "answersEnough",
                answersEnough,
                "satisfaction",
                survey.satisfaction(shares.of("SATISFACTION_GOOD"), shares.of("SATISFACTION_FAIR")),
                EvaluateFields.SUPERVISOR_RULING,
                values.text(EvaluateFields.SUPERVISOR_RULING));
    }

    /** An inconclusive survey is judged once more and not a third time. */
    private static void mustRuleWhenAskedAgain(FormCase form, FormValues values, boolean answersEnough) {
        if (!answersEnough
                && isInconclusive(form)
                && values.optionalText(EvaluateFields.SUPERVISOR_RULING).isEmpty()) {
            throw new FormRefused(EvaluateFields.SUPERVISOR_RULING, "交回的仍然太少，请在“交回的还是太少时，由你决定”中选择办结或重新办理。");
        }
    }

    private static boolean isInconclusive(FormCase form) {
        return form.text(ReviewElements.EVALUATION_RESULT)
                .filter(ReviewElements.EVALUATION_RESULT_INCONCLUSIVE::equals)
                .isPresent();
    }
}
