package org.qibu.implementation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
import org.qibu.matter.contract.AcceptWorkFields;
import org.qibu.matter.contract.PlanFields;
import org.qibu.matter.form.Records;
import org.springframework.stereotype.Component;

/** The work is judged criterion by criterion, with residents as witnesses. */
@Component
class AcceptWork implements FormHandler {

    private final Matters matters;
    private final Records records;
    private final Timeline timeline;

    AcceptWork(Matters matters, Records records, Timeline timeline) {
        this.matters = matters;
        this.records = records;
        this.timeline = timeline;
    }

    @Override
    public String formId() {
        return ImplementationForms.ACCEPT_WORK;
    }

    @Override
    public Optional<String> whyFinal() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        var values = FormHandler.emptied(AcceptWorkFields.ACCEPTED, AcceptWorkFields.WITNESSES);
        values.put(
                AcceptWorkFields.CRITERIA,
                planned(form.matterNo()).stream()
                        .map(text -> Map.of("text", text))
                        .toList());
        return values;
    }

    private List<String> planned(String matterNo) {
        return records.latest(matterNo, ImplementationForms.PLAN).stream()
                .flatMap(plan -> plan.values().rows(PlanFields.ACCEPT_CRITERIA).stream())
                .map(criterion -> String.valueOf(criterion.get("text")))
                .toList();
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var acceptanceCriteria = new AcceptanceCriteria(values.rows(AcceptWorkFields.CRITERIA));
        var accepted = values.flag(AcceptWorkFields.ACCEPTED);
        acceptanceCriteria.check(planned(form.matterNo()), accepted);
        var matter = matters.get(form.matterNo());
        timeline.tell(matter, form.userId(), accepted ? "workAccepted" : "workNotAccepted");
        return Map.of("workAccepted", accepted);
    }
}
