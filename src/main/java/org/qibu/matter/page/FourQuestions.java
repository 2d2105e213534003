package org.qibu.matter.page;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The four questions every deliberation has to answer, and what the matter's papers answer so far. */
record FourQuestions(List<Sheets.Item> what, List<Sheets.Item> who, List<Sheets.Item> how, List<Sheets.Item> use) {

    static FourQuestions of(List<Sheets.Sheet> sheets) {
        return new FourQuestions(
                newest(
                        sheets,
                        "description",
                        "topicText",
                        "topicKind",
                        "matterType",
                        "affectedScope",
                        "affectedHouseholds",
                        "findings",
                        "problemStatement"),
                newest(sheets, "host", "recorder", "facilitators", "convenor", "interestMap"),
                newest(
                        sheets,
                        "urgency",
                        "level",
                        "form",
                        "mode",
                        "meetingAt",
                        "venueId",
                        "method",
                        "opensAt",
                        "closesAt"),
                newest(
                        sheets,
                        "agreement",
                        "finalText",
                        "draftResult",
                        "adopted",
                        "leadUnit",
                        "planDue",
                        "doneText",
                        "resultSummary",
                        "whatChanged"));
    }

    private static List<Sheets.Item> newest(List<Sheets.Sheet> sheets, String... keys) {
        return Stream.of(keys)
                .map(key -> Sheets.newest(sheets, key))
                .filter(Objects::nonNull)
                .filter(item -> item.table() == null)
                .toList();
    }
}
