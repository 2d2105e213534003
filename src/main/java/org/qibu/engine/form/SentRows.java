package org.qibu.engine.form;

import java.util.List;
import java.util.Map;
import org.qibu.engine.FormRefused;
import org.qibu.engine.spi.FormLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps rows that came with a submission which could not be taken, where those entered on the matter's page are kept. */
@Component
public class SentRows {

    private static final Logger log = LoggerFactory.getLogger(SentRows.class);

    private final FormSubmissionService forms;
    private final FormLedger ledger;

    SentRows(FormSubmissionService forms, FormLedger ledger) {
        this.forms = forms;
        this.ledger = ledger;
    }

    /** Keeps them; a list with a fault in it is left out. */
    public void keep(
            String matterNo, String communityCode, FormDefinition form, Map<String, Object> submitted, String userId) {
        var sent = SubmittedValues.plain(submitted);
        form.fields().stream()
                .filter(FormField::isRows)
                .map(FormField::key)
                .filter(list -> sent.get(list) instanceof List<?> rows && !rows.isEmpty())
                .forEach(list -> keep(matterNo, communityCode, list, sent.get(list), userId));
    }

    private void keep(String matterNo, String communityCode, String list, Object rows, String userId) {
        try {
            ledger.draft(matterNo, list, forms.checkRows(list, rows, communityCode), userId);
        } catch (FormRefused faulty) {
            log.info("Rows of {} sent for {} are not kept: {}", list, matterNo, faulty.getMessage());
        }
    }
}
