package org.qibu.matter.page;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The four questions every deliberation has to answer, and what the matter's papers answer so far. */
record FourQuestions(
        List<FormSheets.Item> what, List<FormSheets.Item> who, List<FormSheets.Item> how, List<FormSheets.Item> use) {

    static FourQuestions of(List<FormSheets.Sheet> sheets) {
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

    private static List<FormSheets.Item> newest(List<FormSheets.Sheet> sheets, String... keys) {
        return Stream.of(keys)
                .map(key -> FormSheets.newest(sheets, key))
                .filter(Objects::nonNull)
                .filter(item -> item.table() == null)
                .toList();
    }
}
