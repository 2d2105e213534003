package org.qibu.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.voting.rules.Share;

class SurveyTest {

    private static final Share ENOUGH = new Share(30, 100, false);
    private static final Share FAIR = new Share(60, 100, false);
    private static final Share GOOD = new Share(80, 100, false);

    @ParameterizedTest(name = "{0}: {2}/{3}/{4} of {1} is {6}, enough answers: {5}")
    @CsvSource({
        "R01,         50, 30, 10, 10, true, GOOD",
        "R02,         50, 29, 10, 11, true, FAIR",
        "R04,         50, 14, 15, 21, true, POOR",
        "R07,         50, 45,  5,  0, true, GOOD",
        "case 1,      12,  8,  2,  1, true, GOOD",
        "case 3,      36, 24,  6,  2, true, GOOD",
        "case 10 one, 80, 15, 13, 23, true, POOR",
        "case 10 two, 80, 30, 20,  8, true, GOOD",
        "just enough, 10,  3,  0,  0, true, GOOD",
        "too few,     10,  2,  0,  0, false, GOOD",
        "nobody,      10,  0,  0,  0, false, POOR",
        "none sent,    0,  0,  0,  0, false, POOR"
    })
    void turnsCountsIntoFacts(
            String id, long sent, long satisfied, long basically, long not, boolean enough, String satisfaction) {
        var survey = new Survey(sent, satisfied, basically, not);

        assertThat(survey.isAnsweredBy(ENOUGH)).as(id).isEqualTo(enough);
        assertThat(survey.satisfaction(GOOD, FAIR)).as(id).isEqualTo(satisfaction);
    }

    @Test
    void refusesMoreAnswersThanWereSent() {
        var values = new FormValues(
                Map.of("surveySent", 10L, "surveySatisfied", 8L, "surveyBasically", 2L, "surveyNotSatisfied", 1L));

        assertThatThrownBy(() -> Survey.of(values))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("不能超过");
    }
}
