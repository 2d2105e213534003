package org.qibu.notices.objections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qibu.RoomsDatabase;
import org.qibu.calendar.Calendars;
import org.qibu.calendar.period.Period;
import org.qibu.calendar.period.PeriodTable;
import org.qibu.community.Communities;
import org.qibu.community.Community;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.engine.MatterLock;
import org.qibu.engine.process.DecisionTables;
import org.qibu.engine.process.MatterMessages;
import org.qibu.matter.Matter;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
import org.qibu.notices.Notice;
import org.qibu.notices.NoticeTexts;
import org.qibu.notices.channels.Channel;
import org.qibu.notices.channels.ChannelPlans;
import org.qibu.notices.channels.Channels;
import org.qibu.notices.channels.Hanging;
import org.qibu.notices.posting.NoticeSweep;
import org.qibu.notices.posting.Notices;
import org.qibu.privacy.Masking;
import org.springframework.jdbc.core.simple.JdbcClient;

class ObjectionsTest {

    private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");
    private static final int MOST_OPEN = 3;
    private static int next = 9020;

    private final String number = "HZ-AS-2026-" + next++;
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Clock clock = mock(Clock.class);
    private final Matters matters = mock(Matters.class);
    private final Matter matter = mock(Matter.class);
    private final NoticeTexts texts = mock(NoticeTexts.class);
    private final DecisionTables tables = mock(DecisionTables.class);
    private final MatterMessages matterMessages = mock(MatterMessages.class);
    private final Timeline timeline = mock(Timeline.class);
    private final ObjectionLetters letters = mock(ObjectionLetters.class);
    private final ChannelPlans plans = mock(ChannelPlans.class);
    private Channels channels;
    private Notices notices;
    private Objections objections;
    private HandleObjection handler;

    @BeforeEach
    void hangANotice() {
        JdbcClient database = RoomsDatabase.withMatter(number);
        when(clock.instant()).thenAnswer(asked -> now.get());
        when(clock.getZone()).thenReturn(ZoneOffset.UTC);
        when(matters.get(number)).thenReturn(matter);
        when(matter.matterNo()).thenReturn(number);
        when(matter.communityCode()).thenReturn("HZ-AS");
        var plain = Masking.ofNames(List.of());
        when(texts.of(any(), anyString())).thenReturn(new NoticeTexts.Text(plain.mask("办理结果公示"), plain.mask("已移走")));
        when(tables.number("notice-period", Map.of("noticeKind", "COMPLETION"), "days"))
                .thenReturn(7);
        var calendars = mock(Calendars.class);
        when(calendars.lastSecondAfterDays(START, 7)).thenReturn(START.plus(Duration.ofDays(7)));
        var periods = mock(PeriodTable.class);
        when(periods.end(eq(Period.OBJECTION_ANSWER), any())).thenReturn(START.plus(Duration.ofDays(5)));
        var communities = mock(Communities.class);
        when(communities.get("HZ-AS"))
                .thenReturn(new Community("HZ-AS", "爱山社区", "爱山街道", "0572-2000000", "", "", "ORDINARY"));
        channels = new Channels(database, clock);
        when(plans.of(any(), anyString())).thenReturn(List.of(Channel.NOTICE_BOARD, Channel.PORTAL, Channel.WECHAT));
        notices = new Notices(
                database, new MatterLock(database), texts, tables, channels, plans, calendars, timeline, clock);
        objections = new Objections(
                periods,
                database,
                new MatterLock(database),
                notices,
                matters,
                letters,
                new LateObjection(notices, communities),
                MOST_OPEN,
                timeline,
                matterMessages,
                clock);
        handler = new HandleObjection(objections, matters, timeline);
        notices.post(matter, "COMPLETION");
    }

    private Map<String, Object> handle(boolean upheld) {
        var form = new FormCase(
                number,
                "HZ-AS",
                "handle-objection",
                "t",
                "task_handleObjection",
                "public-notice",
                "clerk",
                now.get(),
                Map.of());
        var values = upheld
                ? Map.<String, Object>of("upheld", true, "answer", "确有不妥", "returnTo", "IMPLEMENTATION")
                : Map.<String, Object>of("upheld", false, "answer", "已经核实，符合方案");
        return handler.submit(form, new FormValues(values));
    }

    @Test
    void hangsForAsManyDaysAsTheTableSays() {
        assertThat(notices.current(number).orElseThrow().postedUntil()).isEqualTo(START.plus(Duration.ofDays(7)));
        assertThat(notices.posted(List.of("HZ-AS"), 50))
                .extracting(Notice::matterNo)
                .contains(number);

        notices.takeDown(matter);

        assertThat(notices.current(number)).isEmpty();
    }

    @Test
    void answersOneObjectionAfterTheOther() {
        objections.raise(number, "王建国", "灯太亮");
        objections.raise(number, "沈巧云", "还有异味");

        assertThat(handle(false)).containsEntry("objectionWaiting", true).containsEntry("returnTo", null);
        assertThat(handle(false)).containsEntry("objectionWaiting", false);
        assertThat(objections.of(number)).noneMatch(Objection::isOpen);
    }

    @Test
    void leavesNoneWithoutAnAnswerWhenOneIsUpheld() {
        objections.raise(number, "王建国", "灯太亮");
        objections.raise(number, "沈巧云", "还有异味");

        assertThat(handle(true)).containsEntry("returnTo", "IMPLEMENTATION").containsEntry("objectionWaiting", false);
        assertThat(objections.of(number))
                .noneMatch(Objection::isOpen)
                .extracting(Objection::upheld)
                .containsExactly(true, null);
    }

    @Test
    void countsTheObjectionsOfAMatterAndKeepsTheirOrder() {
        objections.raise(number, "王建国", "灯太亮");
        now.set(START.plus(Duration.ofMinutes(1)));
        objections.raise(number, "沈巧云", "还有异味");

        assertThat(objections.of(number)).extracting(Objection::no).containsExactly(1, 2);
        assertThat(objections.of(number))
                .extracting(Objection::raisedAt)
                .containsExactly(START, START.plus(Duration.ofMinutes(1)));
    }

    @Test
    void takesNoneOnceThePeriodIsOverAndSaysWhatElseToDo() {
        now.set(START.plus(Duration.ofDays(7)));

        assertThatThrownBy(() -> objections.raise(number, "王建国", "灯太亮"))
                .isInstanceOf(NoObjection.class)
                .hasMessageContaining("公示已于2026年11月30日结束")
                .hasMessageContaining("爱山社区（电话 0572-2000000）");
        assertThat(objections.of(number)).isEmpty();
    }

    @Test
    void takesNoneAgainstAnInstantMatter() {
        when(matter.isInstant()).thenReturn(true);

        assertThatThrownBy(() -> objections.raise(number, "王建国", "灯太亮"))
                .isInstanceOf(NoObjection.class)
                .hasMessageContaining("不设异议期");
    }

    @Test
    void takesNoMoreThanCanBeAnswered() {
        for (int count = 0; count < MOST_OPEN; count++) {
            objections.raise(number, "王建国", "灯太亮");
        }

        assertThatThrownBy(() -> objections.raise(number, "王建国", "灯太亮")).isInstanceOf(NoObjection.class);
        handle(false);
        objections.raise(number, "王建国", "灯太亮");
        assertThat(objections.of(number)).hasSize(MOST_OPEN + 1);
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        var said = new NewObjection(" ", "字".repeat(4001), "不是邮箱");

        assertThatThrownBy(() -> objections.raise(number, said, null))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(FormRefused.Fault::key)
                                .containsExactly("objector", "content", "contact"));
    }

    @Test
    void writesToTheObjectorOnReceiptAndWithTheAnswer() {
        objections.raise(number, new NewObjection("王建国", "灯太亮", "wang@qibu.example"), null);
        handle(false);

        verify(letters).received(any(), any(), any(), any());
        verify(letters).answered(any(), any(), any());
    }

    @Test
    void hangsOnThePortalByItselfAndPlansWhatTheFeedbackNamed() {
        var notice = notices.current(number).orElseThrow();

        assertThat(channels.of(notice.id()))
                .extracting(Hanging::channel)
                .containsExactly(Channel.PORTAL, Channel.NOTICE_BOARD, Channel.WECHAT);
        assertThat(channels.of(notice.id())).extracting(Hanging::isUp).containsExactly(true, false, false);

        channels.post(notice.id(), Channel.NOTICE_BOARD, "东门", START, "clerk");
        channels.post(notice.id(), Channel.NOTICE_BOARD, "西门", START, "clerk");
        notices.takeDown(matter);

        assertThat(channels.of(notice.id())).extracting(Hanging::place).containsExactly("", "东门", "", "西门");
        assertThat(channels.of(notice.id())).extracting(Hanging::isUp).containsExactly(false, true, false, true);
    }

    @Test
    void whatNoModelWaitsForTakesNoObjectionsAndComesDownByItself() {
        notices.takeDown(matter);
        var failed = notices.postUnattended(matter, "COMPLETION");
        assertThatThrownBy(() -> objections.raise(number, "王建国", "票数不对"))
                .isInstanceOf(NoObjection.class)
                .hasMessageContaining("只公布没有通过的表决结果");
        var sweep = new NoticeSweep(notices, matters, clock);

        now.set(START.plus(Duration.ofDays(7)).minusSeconds(1));
        sweep.runDue();
        assertThat(notices.find(failed.id()).orElseThrow().takenDownAt()).isNull();
        now.set(START.plus(Duration.ofDays(7)));
        sweep.runDue();
        assertThat(notices.find(failed.id()).orElseThrow().takenDownAt()).isEqualTo(now.get());
    }

    @Test
    void staysOnTheWallWhileAnObjectionWaitsForItsAnswer() {
        objections.raise(number, "王建国", "灯太亮");
        now.set(START.plus(Duration.ofDays(8)));

        assertThat(notices.posted(List.of("HZ-AS"), 50))
                .extracting(Notice::matterNo)
                .contains(number);
        notices.takeDown(matter);
        assertThat(notices.takenDownSince(List.of("HZ-AS"), START, 50))
                .extracting(Notice::matterNo)
                .contains(number);
    }
}
