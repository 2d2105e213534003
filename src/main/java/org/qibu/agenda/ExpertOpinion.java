package org.qibu.agenda;

import java.util.Map;
import java.util.Optional;
import org.qibu.agenda.AgendaForms.ExpertOpinionFields;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.matter.form.Records;
import org.springframework.stereotype.Component;

/** What an expert thinks of a technical topic; asked once more, the earlier opinion stands there to be changed. */
@Component
class ExpertOpinion implements FormHandler {

    private final Records records;

    ExpertOpinion(Records records) {
        this.records = records;
    }

    @Override
    public String formId() {
        return AgendaForms.EXPERT_OPINION;
    }

    @Override
    public Optional<String> whyFinal() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        return records.own(
                form.matterNo(),
                formId(),
                ExpertOpinionFields.OPINION,
                ExpertOpinionFields.FEASIBLE,
                ExpertOpinionFields.RISKS);
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        return Map.of();
    }
}
