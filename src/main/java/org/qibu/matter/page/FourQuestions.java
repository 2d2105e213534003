package org.qibu.matter.page;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.qibu.matter.contract.ConfirmOpinionFields;
import org.qibu.matter.contract.DraftFeedbackFields;
import org.qibu.matter.contract.FixAgendaFields;
import org.qibu.matter.contract.NamePartiesFields;
import org.qibu.matter.contract.PlanFields;
import org.qibu.matter.contract.PrepareBallotFields;
import org.qibu.matter.contract.RecordIssueFields;
import org.qibu.matter.contract.RecordMeetingFields;
import org.qibu.matter.contract.ReportDoneFields;
import org.qibu.matter.contract.SettleInstantlyFields;
import org.qibu.matter.contract.StudyTopicFields;
import org.qibu.matter.contract.VerifyIssueFields;

/** The four questions every deliberation has to answer, and what the matter's papers answer so far. */
record FourQuestions(
        List<FormSheets.Item> what, List<FormSheets.Item> who, List<FormSheets.Item> how, List<FormSheets.Item> use) {

    static FourQuestions of(List<FormSheets.Sheet> sheets) {
        return new FourQuestions(
                newest(
                        sheets,
                        RecordIssueFields.DESCRIPTION,
                        FixAgendaFields.TOPIC_TEXT,
                        FixAgendaFields.TOPIC_KIND,
                        VerifyIssueFields.MATTER_TYPE,
                        VerifyIssueFields.AFFECTED_SCOPE,
                        VerifyIssueFields.AFFECTED_HOUSEHOLDS,
                        VerifyIssueFields.FINDINGS,
                        StudyTopicFields.PROBLEM_STATEMENT),
                newest(
                        sheets,
                        NamePartiesFields.HOST,
                        NamePartiesFields.RECORDER,
                        NamePartiesFields.FACILITATORS,
                        FixAgendaFields.CONVENOR,
                        NamePartiesFields.INTEREST_MAP),
                newest(
                        sheets,
                        FixAgendaFields.URGENCY,
                        FixAgendaFields.LEVEL,
                        FixAgendaFields.FORM,
                        FixAgendaFields.MODE,
                        FixAgendaFields.MEETING_AT,
                        FixAgendaFields.VENUE_ID,
                        PrepareBallotFields.METHOD,
                        PrepareBallotFields.OPENS_AT,
                        PrepareBallotFields.CLOSES_AT),
                newest(
                        sheets,
                        SettleInstantlyFields.AGREEMENT,
                        ConfirmOpinionFields.FINAL_TEXT,
                        RecordMeetingFields.DRAFT_RESULT,
                        DraftFeedbackFields.ADOPTED,
                        PlanFields.LEAD_UNIT,
                        PlanFields.PLAN_DUE,
                        ReportDoneFields.DONE_TEXT,
                        DraftFeedbackFields.RESULT_SUMMARY,
                        DraftFeedbackFields.WHAT_CHANGED));
    }

    private static List<FormSheets.Item> newest(List<FormSheets.Sheet> sheets, String... keys) {
        return Stream.of(keys)
                .map(key -> FormSheets.newest(sheets, key))
                .filter(Objects::nonNull)
                .filter(item -> item.table() == null)
                .toList();
    }
}
