package org.qibu.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.engine.process.DecisionTables;
import org.qibu.matter.Matter;
import org.qibu.matter.MatterCode;
import org.qibu.matter.MatterType;
import org.qibu.matter.Matters;
import org.qibu.voting.Measure;
import org.qibu.voting.Verdict;
import org.qibu.voting.ballots.BallotBox;
import org.qibu.voting.polls.Electorate;
import org.qibu.voting.polls.Electorates;
import org.qibu.voting.polls.Poll;
import org.qibu.voting.polls.Polls;
import org.qibu.voting.polls.Tally;
import org.qibu.voting.rules.BodyRule;
import org.qibu.voting.rules.BodyRules;
import org.qibu.voting.rules.Share;

class CountingTest {

    private static final String NUMBER = "HZ-AS-2026-0001";
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Poll POLL = poll("HAND", 1);

    private static Poll poll(String method, int sheet) {
        return new Poll(
                NUMBER,
                1,
                1,
                "RRM",
                LocalDate.of(2026, 11, 23),
                "representatives:HZ-AS",
                "移走",
                method,
                LocalDate.of(2026, 11, 23),
                NOW,
                NOW,
                NOW,
                "NOT_COUNTED",
                "",
                0,
                60,
                0,
                sheet,
                false,
                "",
                null,
                null);
    }

    private static final Electorate REPRESENTATIVES =
            new Electorate("representatives:HZ-AS", "representatives", "", Measure.heads(60));

    private final Polls polls = mock(Polls.class);
    private final BodyRules rules = mock(BodyRules.class);
    private final Matters matters = mock(Matters.class);
    private final Electorates electorates = mock(Electorates.class);

    private static BodyRule rule(boolean dual) {
        return new BodyRule(
                "RRM",
                "居民代表会议",
                new Share(2, 3, false),
                new Share(1, 2, true),
                false,
                dual,
                Verdict.QUORUM_NOT_MET,
                "",
                false);
    }

    private static FormCase form(String id) {
        var routing = Map.<String, Object>of("decisionBody", "RESIDENTS_REP_MEETING", "ruleId", "RRM");
        return new FormCase(NUMBER, "HZ-AS", id, "t", "task", "decision", "scrutineer", NOW, routing);
    }

    private static Tally count(long present, long agree, long against) {
        return Tally.ofHands(present, agree, against, 0, 0, "teller");
    }

    @Test
    void noMoreHandsAreCountedThanThereArePeople() {
        assertThatThrownBy(() -> EnterBallots.check(count(61, 1, 1), POLL)).hasMessageContaining("应到的 60");
        assertThatThrownBy(() -> EnterBallots.check(count(40, 30, 11), POLL)).hasMessageContaining("到会的 40");
    }

    @Test
    void whoCountedDoesNotCertify() {
        var matter = mock(Matter.class);
        when(matter.matterNo()).thenReturn(NUMBER);
        when(matter.proposerAccount()).thenReturn("rep");
        when(matters.get(NUMBER)).thenReturn(matter);
        when(polls.current(NUMBER)).thenReturn(Optional.of(POLL));
        when(polls.counts(POLL)).thenReturn(List.of(count(40, 21, 19)));
        var duty = new TellerIsNotScrutineer(
                matters, polls, mock(BallotBox.class), mock(MattersParties.class), mock(PartsPlayed.class));

        assertThat(duty.objection(NUMBER, "task_certifyCount", "teller")).isPresent();
        assertThat(duty.objection(NUMBER, "task_certifyCount", "scrutineer")).isEmpty();
        assertThat(duty.objection(NUMBER, "task_enterBallots", "teller")).isEmpty();
        assertThat(duty.objection(NUMBER, "task_enterBallots", "rep")).isPresent();
        assertThat(duty.objection(NUMBER, "task_plan", "teller")).isEmpty();
    }

    private FormRefused refusal(String method, String electorateId) {
        return refusal(method, electorateId, "NOT_COUNTED");
    }

    private FormRefused refusal(String method, String electorateId, String silentRule) {
        var values = Map.<String, Object>of(
                "question",
                "移走",
                "method",
                method,
                "electorateId",
                electorateId,
                "opensAt",
                "2026-11-24T10:00:00+08:00",
                "closesAt",
                "2026-11-24T12:00:00+08:00",
                "silentRule",
                silentRule);
        try {
            new BallotCheck(rules, electorates, mock(DecisionTables.class))
                    .check(form("prepare-ballot"), new FormValues(values));
            return null;
        } catch (FormRefused refused) {
            return refused;
        }
    }

    @Test
    void holdsNoVoteItCannotCount() {
        assertThat(refusal("HAND", "representatives:HZ-AS")).hasMessageContaining("还没有导入表决权人名册");

        when(electorates.fitting("HZ-AS", "RESIDENTS_REP_MEETING")).thenReturn(List.of(REPRESENTATIVES));
        when(electorates.find("HZ-AS", "RESIDENTS_REP_MEETING", REPRESENTATIVES.id()))
                .thenReturn(Optional.of(REPRESENTATIVES));
        when(rules.find("RRM")).thenReturn(Optional.of(rule(false)));
        assertThat(refusal("HAND", REPRESENTATIVES.id())).isNull();
        assertThat(refusal("PAPER", REPRESENTATIVES.id())).isNull();
        assertThat(refusal("HAND", REPRESENTATIVES.id(), "COUNT_WITH_MAJORITY")).hasMessageContaining("举手没有要交回的票");
        assertThat(refusal("ONLINE", REPRESENTATIVES.id())).hasMessageContaining("不能只在线上投票");

        when(rules.find("RRM")).thenReturn(Optional.of(rule(true)));
        assertThat(refusal("HAND", REPRESENTATIVES.id())).hasMessageContaining("同时计面积和人数");
        assertThat(refusal("PAPER", REPRESENTATIVES.id())).isNull();
    }

    /** Owners are called fifteen days before, interested owners seven, villagers ten; Civil Code art. 281 for the repair that cannot wait. */
    @ParameterizedTest
    @CsvSource({
        "OWNERS, OWN_4_FIRM, NORMAL, AGENDA_OWNERS_REGULAR",
        "OWNERS, OWN_5_USE_FUND, URGENT, AGENDA_OWNERS_REGULAR",
        "OWNERS, OWN_7_REBUILD, EMERGENCY, AGENDA_OWNERS_REGULAR",
        "INTERESTED_OWNERS, OWN_10_HOME_TO_BUSINESS, NORMAL, AGENDA_INTERESTED_OWNERS",
        "VILLAGERS_MEETING, VIL_MAJOR, EMERGENCY, AGENDA_VILLAGERS",
        "VILLAGE_REP_MEETING, VIL_AUTHORISED, NORMAL, AGENDA_VILLAGE_REPS"
    })
    void thoseEntitledAreToldAsManyDaysBeforeAsTheirLawSays(String body, String type, String urgency, String call) {
        var tables = mock(DecisionTables.class);
        when(tables.number("notice-period", Map.of("noticeKind", call), "days")).thenReturn(11);
        assertThat(daysToNotify(tables, body, type, urgency)).isEqualTo(11);
    }

    @Test
    void noDaysHaveToPassWhereTheLawNamesNoneOrARepairCannotWait() {
        var tables = mock(DecisionTables.class);
        assertThat(daysToNotify(tables, "RESIDENTS_REP_MEETING", "RES_MAJOR", "NORMAL"))
                .isZero();
        assertThat(daysToNotify(tables, "OWNERS", "OWN_5_USE_FUND", "EMERGENCY"))
                .isZero();
    }

    private int daysToNotify(DecisionTables tables, String body, String type, String urgency) {
        var routing = Map.<String, Object>of("decisionBody", body, "matterType", type, "urgency", urgency);
        return new BallotCheck(rules, electorates, tables)
                .daysToNotify(new FormCase(
                        NUMBER, "HZ-AS", "prepare-ballot", "t", "task", "decision", "owners", NOW, routing));
    }

    @Test
    void eachBodyHasItsNotice() {
        assertThat(Announcement.notice("OWNERS", MatterCode.of(MatterType.OWN_7_REBUILD)))
                .isEqualTo("RESULT_ELEVATOR");
        assertThat(Announcement.notice("OWNERS", MatterCode.of(MatterType.OWN_5_USE_FUND)))
                .isEqualTo("RESULT_OWNERS");
        assertThat(Announcement.notice("RESIDENTS_REP_MEETING", MatterCode.of(MatterType.RES_MAJOR)))
                .isEqualTo("RESULT_GENERAL");
    }
}
