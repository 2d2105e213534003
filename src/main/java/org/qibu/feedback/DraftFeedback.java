package org.qibu.feedback;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.matter.Matters;
import org.qibu.matter.action.PlannedAction;
import org.qibu.matter.action.PlannedActions;
import org.qibu.matter.contract.ConfirmOpinionFields;
import org.qibu.matter.contract.DraftFeedbackFields;
import org.qibu.matter.contract.PlanFields;
import org.qibu.matter.contract.ProgressFields;
import org.qibu.matter.contract.PublishedForms;
import org.qibu.matter.form.Records;
import org.springframework.stereotype.Component;

/** The words in which the result will be told, with the accounts and what was not adopted. */
@Component
class DraftFeedback implements FormHandler {

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
        return FeedbackForms.DRAFT_FEEDBACK;
    }

    @Override
    public Optional<String> whyFinal() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        var completed = matters.get(form.matterNo()).completedAt();
        var before = records.latest(form.matterNo(), FeedbackForms.DRAFT_FEEDBACK)
                .filter(draft -> completed == null || draft.at().isAfter(completed));
        var values = new HashMap<String, Object>();
        values.put(
                DraftFeedbackFields.ADOPTED,
                before.map(draft -> draft.values().rows(DraftFeedbackFields.ADOPTED))
                        .orElseGet(() -> agreed(form)));
        values.put(
                DraftFeedbackFields.NOT_ADOPTED,
                before.map(draft -> draft.values().rows(DraftFeedbackFields.NOT_ADOPTED))
                        .orElse(List.of()));
        if (before.isEmpty()) {
            values.put(DraftFeedbackFields.MONEY_OUT, spent(form.matterNo()));
            values.putAll(plannedAndDone(form.matterNo()));
        }
        return values;
    }

    /** The money the last plan had, and what was reported as done since. */
    private Map<String, Object> plannedAndDone(String matterNo) {
        var values = new HashMap<String, Object>();
        var plan = records.latest(matterNo, PublishedForms.PLAN);
        plan.flatMap(last -> last.values().amount(PlanFields.FUNDING))
                .ifPresent(funding -> values.put(DraftFeedbackFields.MONEY_IN, funding));
        var done = records.of(matterNo).stream()
                .filter(record -> PublishedForms.PROGRESS.equals(record.form())
                        && plan.filter(last -> record.id() > last.id()).isPresent())
                .filter(record -> record.values().whole(ProgressFields.PROGRESS) == ALL)
                .flatMap(record -> record.values().optionalText(ProgressFields.DONE_TEXT).stream())
                .collect(Collectors.joining("\n"));
        if (!done.isEmpty()) {
            values.put(DraftFeedbackFields.RESULT_SUMMARY, done.substring(0, Math.min(done.length(), LONGEST_SUMMARY)));
        }
        return values;
    }

    /** The agreed opinion, point by point. */
    private List<Map<String, Object>> agreed(FormCase form) {
        return records.latest(form.matterNo(), PublishedForms.CONFIRM_OPINION).stream()
                .flatMap(opinion ->
                        opinion.values().text(ConfirmOpinionFields.FINAL_TEXT).lines())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> Map.<String, Object>of("point", line.substring(0, Math.min(line.length(), LONGEST_POINT))))
                .toList();
    }

    /** What the actions cost; nothing where nobody said. */
    private @Nullable BigDecimal spent(String matterNo) {
        return actions.all(matterNo).stream()
                .map(PlannedAction::actualCost)
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        if (!values.flag(DraftFeedbackFields.MASK_PERSONAL_DATA)) {
            throw new FormRefused(DraftFeedbackFields.MASK_PERSONAL_DATA, "公开前要遮盖个人信息，请确认后勾选“公开内容已遮盖个人信息”。");
        }
        return Map.of();
    }
}
