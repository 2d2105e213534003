package org.qibu.feedback;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormHandler;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.matter.Matters;
import org.qibu.matter.PlannedAction;
import org.qibu.matter.PlannedActions;
import org.qibu.matter.Records;
import org.springframework.stereotype.Component;

/** The words in which the result will be told, with the accounts and what was not adopted. */
@Component
class DraftFeedback implements FormHandler {

    static final String FORM = "draft-feedback";

    private static final int LONGEST_POINT = 1000;
    private static final int LONGEST_SUMMARY = 4000;
    private static final int ALL = 100;

    private final Matters matters;
    private final Records records;
    private final PlannedActions actions;

    DraftFeedback(Matters matters, Records records, PlannedActions actions) {
        this.matters = matters;
        this.records = records;
        this.actions = actions;
    }

    @Override
    public String formId() {
        return FORM;
    }

    @Override
    public Optional<String> whyFinal() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        var completed = matters.get(form.matterNo()).completedAt();
        var before = records.latest(form.matterNo(), FORM)
                .filter(draft -> completed == null || draft.at().isAfter(completed));
        var values = new HashMap<String, Object>();
        values.put(
                "adopted", before.map(draft -> draft.values().rows("adopted")).orElseGet(() -> agreed(form)));
        values.put(
                "notAdopted",
                before.map(draft -> draft.values().rows("notAdopted")).orElse(List.of()));
        if (before.isEmpty()) {
            values.put("moneyOut", spent(form.matterNo()));
            values.putAll(plannedAndDone(form.matterNo()));
        }
        return values;
    }

    /** The money the last plan had, and what was reported as done since. */
    private Map<String, Object> plannedAndDone(String matterNo) {
        var values = new HashMap<String, Object>();
        var plan = records.latest(matterNo, "plan");
        plan.flatMap(last -> last.values().amount("funding")).ifPresent(funding -> values.put("moneyIn", funding));
        var done = records.of(matterNo).stream()
                .filter(record -> "progress".equals(record.form())
                        && plan.filter(last -> record.id() > last.id()).isPresent())
                .filter(record -> record.values().whole("progress") == ALL)
                .flatMap(record -> record.values().optionalText("doneText").stream())
                .collect(Collectors.joining("\n"));
        if (!done.isEmpty()) {
            values.put("resultSummary", done.substring(0, Math.min(done.length(), LONGEST_SUMMARY)));
        }
        return values;
    }

    /** The agreed opinion, point by point. */
    private List<Map<String, Object>> agreed(FormCase form) {
        return records.latest(form.matterNo(), "confirm-opinion").stream()
                .flatMap(opinion -> opinion.values().text("finalText").lines())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> Map.<String, Object>of("point", line.substring(0, Math.min(line.length(), LONGEST_POINT))))
                .toList();
    }

    /** What the actions cost; nothing where nobody said. */
    private BigDecimal spent(String matterNo) {
        return actions.all(matterNo).stream()
                .map(PlannedAction::actualCost)
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        if (!values.flag("maskPersonalData")) {
            throw new FormRefused("maskPersonalData", "公开前要遮盖个人信息，请确认后勾选“公开内容已遮盖个人信息”。");
        }
        return Map.of();
    }
}
