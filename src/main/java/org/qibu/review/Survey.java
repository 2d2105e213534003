package org.qibu.review;

import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.review.ReviewForms.EvaluateFields;
import org.qibu.voting.rules.Share;

/** The answers to a survey, in numbers. */
record Survey(long sent, long satisfied, long basically, long notSatisfied) {

    static Survey of(FormValues values) {
        var survey = new Survey(
                values.whole(EvaluateFields.SURVEY_SENT),
                values.whole(EvaluateFields.SURVEY_SATISFIED),
                values.whole(EvaluateFields.SURVEY_BASICALLY),
                values.whole(EvaluateFields.SURVEY_NOT_SATISFIED));
        if (survey.answers() > survey.sent()) {
            throw new FormRefused(
                    EvaluateFields.SURVEY_SENT,
                    "满意、基本满意和不满意合计 " + survey.answers() + "，不能超过“发出”的 " + survey.sent() + "。");
        }
        return survey;
    }

    long answers() {
        return satisfied + basically + notSatisfied;
    }

    boolean isAnsweredBy(Share share) {
        return share.isReachedBy(answers(), sent);
    }

    /** GOOD, FAIR or POOR. */
    String satisfaction(Share good, Share fair) {
        var content = satisfied + basically;
        if (good.isReachedBy(content, answers())) {
            return "GOOD";
        }
        return fair.isReachedBy(content, answers()) ? "FAIR" : "POOR";
    }
}
