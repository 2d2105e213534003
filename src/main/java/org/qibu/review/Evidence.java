package org.qibu.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.qibu.engine.FormValues;
import org.qibu.matter.Matter;
import org.qibu.matter.action.PlannedAction;
import org.qibu.matter.contract.DraftFeedbackFields;
import org.qibu.matter.contract.PlanFields;
import org.qibu.matter.contract.PublishedForms;
import org.qibu.matter.form.Records;
import org.qibu.notices.Notice;
import org.qibu.notices.objections.Objection;

/** Everything that is on record about a matter and could stand in its file. */
record Evidence(
        Matter matter,
        List<Records.Record> records,
        int parties,
        List<Notice> notices,
        List<Objection> objections,
        List<PlannedAction> actions,
        int events) {

    boolean has(String form) {
        return latest(form).isPresent();
    }

    boolean has(String form, Predicate<FormValues> saying) {
        return latest(form).filter(saying).isPresent();
    }

    boolean hasNotice(String kind) {
        return notices.stream().anyMatch(notice -> notice.kind().startsWith(kind));
    }

    /** Whether every round of the present cycle has its minutes. */
    boolean hasAllMinutes() {
        return Stream.iterate(1, round -> round <= matter.round(), round -> round + 1)
                .allMatch(round -> records.stream()
                        .anyMatch(record -> record.form().equals(PublishedForms.RECORD_MEETING)
                                && record.cycle() == matter.cycle()
                                && record.round() == round));
    }

    /** The form by which the matter was last decided, by consensus or by a count. */
    Optional<String> lastDecision() {
        return records.stream()
                .map(Records.Record::form)
                .filter(form ->
                        form.equals(PublishedForms.CONFIRM_CONSENSUS) || form.equals(PublishedForms.CERTIFY_COUNT))
                .reduce((first, second) -> second);
    }

    boolean isMoneyPlanned() {
        var funded = latest(PublishedForms.PLAN).flatMap(plan -> plan.amount(PlanFields.FUNDING));
        return Stream.concat(actions.stream().map(PlannedAction::budget), funded.stream())
                .anyMatch(amount -> amount != null && amount.compareTo(BigDecimal.ZERO) > 0);
    }

    boolean isMoneyAccountedFor() {
        return has(
                        PublishedForms.DRAFT_FEEDBACK,
                        feedback ->
                                feedback.amount(DraftFeedbackFields.MONEY_IN).isPresent()
                                        || feedback.amount(DraftFeedbackFields.MONEY_OUT)
                                                .isPresent())
                || actions.stream().anyMatch(action -> action.actualCost() != null);
    }

    private Optional<FormValues> latest(String form) {
        return records.stream()
                .filter(record -> record.form().equals(form))
                .reduce((first, second) -> second)
                .map(Records.Record::values);
    }
}
