package org.qibu.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qibu.engine.FormValues;
import org.qibu.matter.Matter;
import org.qibu.matter.Step;
import org.qibu.matter.action.PlannedAction;
import org.qibu.matter.form.Records;
import org.qibu.notices.Notice;
import org.qibu.notices.objections.Objection;

class FileCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private final Matter matter = mock(Matter.class);
    private final List<Records.Record> records = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final List<Objection> objections = new ArrayList<>();
    private final List<PlannedAction> actions = new ArrayList<>();

    @BeforeEach
    void aMatter() {
        when(matter.receipt()).thenReturn("ABCDE-FGHJK");
        when(matter.round()).thenReturn(1);
        when(matter.cycle()).thenReturn(1);
        submitted("verify-issue", Map.of("findings", "属实"));
        submitted("evaluate", Map.of("surveySent", 50));
        notices.add(notice("COMPLETION"));
    }

    private void submitted(String form, Map<String, Object> values) {
        records.add(new Records.Record(
                1, form, "task", Step.S1, 1, 1, NOW, "clerk", null, new FormValues(values), List.of()));
    }

    private static Notice notice(String kind) {
        return new Notice(1, "HZ-AS-2026-0001", "HZ-AS", kind, "", "", NOW, NOW, NOW, false, null);
    }

    private static PlannedAction action(BigDecimal budget, BigDecimal cost) {
        return new PlannedAction(
                "", 1, 1, 1, "", "", null, null, budget, null, false, 100, "DONE", cost, 0, 0, null, null);
    }

    private void inDepth() {
        submitted("fix-agenda", Map.of("decision", "ADOPT"));
        notices.add(notice("AGENDA_COUNCIL"));
        submitted("record-meeting", Map.of("attendance", List.of(Map.of("personNo", "P001"))));
        submitted("confirm-opinion", Map.of("confirmed", true));
        submitted("confirm-consensus", Map.of("adopted", true));
        submitted("plan", Map.of("leadUnit", "property"));
        submitted("progress", Map.of("progress", 100));
        submitted("accept-work", Map.of("accepted", true));
        submitted("draft-feedback", Map.of("resultSummary", "已移走"));
        submitted("return-visit", Map.of("relapse", false));
        actions.add(action(null, null));
    }

    private Map<FileItem, FileState> check() {
        return new FileCheck(new Evidence(matter, records, 12, notices, objections, actions, 30)).run();
    }

    @Test
    void anInDepthMatterThatWentItsWayIsComplete() {
        inDepth();

        assertThat(check().values()).doesNotContain(FileState.MISSING);
        assertThat(check())
                .containsEntry(FileItem.BALLOT, FileState.NOT_APPLICABLE)
                .containsEntry(FileItem.ACCOUNTS, FileState.NOT_APPLICABLE)
                .containsEntry(FileItem.OBJECTIONS, FileState.NOT_APPLICABLE);
    }

    @Test
    void anInstantMatterNeedsNoMoreThanItsFourForms() {
        when(matter.isInstant()).thenReturn(true);
        submitted("settle-instantly", Map.of("agreement", "每天清运"));
        submitted("report-done", Map.of("doneText", "已清运"));

        assertThat(check().values()).doesNotContain(FileState.MISSING);
    }

    @Test
    void missesTheMinutesOfARound() {
        inDepth();
        when(matter.round()).thenReturn(2);

        assertThat(check()).containsEntry(FileItem.MINUTES, FileState.MISSING);
    }

    @Test
    void missesAccountsOnlyWhereMoneyWasPlannedAndNobodySaidWhereItWent() {
        inDepth();
        actions.add(action(new BigDecimal("6000"), null));
        assertThat(check()).containsEntry(FileItem.ACCOUNTS, FileState.MISSING);

        actions.add(action(new BigDecimal("6000"), new BigDecimal("5800")));
        assertThat(check()).containsEntry(FileItem.ACCOUNTS, FileState.PRESENT);
    }

    @Test
    void missesTheAnswerToAnObjection() {
        inDepth();
        objections.add(new Objection(1, 1, 1, "王建国", "灯太亮", NOW, null, null, null));

        assertThat(check()).containsEntry(FileItem.OBJECTIONS, FileState.MISSING);
    }

    @Test
    void asksForTheBallotOfAMatterThatWasCounted() {
        inDepth();
        submitted("certify-count", Map.of("certified", true));

        assertThat(check()).containsEntry(FileItem.BALLOT, FileState.PRESENT);
    }

    @Test
    void understandsAnItemByNameNumberOrLabel() {
        assertThat(FileItem.meant("ACCOUNTS")).contains(FileItem.ACCOUNTS);
        assertThat(FileItem.meant("14")).contains(FileItem.ACCOUNTS);
        assertThat(FileItem.meant("14 收支账目")).contains(FileItem.ACCOUNTS);
        assertThat(FileItem.meant("收支账目")).contains(FileItem.ACCOUNTS);
        assertThat(FileItem.meant("1")).contains(FileItem.REGISTER);
        assertThat(FileItem.meant("照片")).isEmpty();
    }
}
