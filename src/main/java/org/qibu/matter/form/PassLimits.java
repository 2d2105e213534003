package org.qibu.matter.form;

import java.text.MessageFormat;
import java.util.List;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often a choice that sends a matter round again may be made, as an administrator keeps it; used up, it is refused. */
@Repository
public class PassLimits implements FormRule {

    private final JdbcClient database;

    PassLimits(JdbcClient database) {
        this.database = database;
    }

    private record Limit(String field, String value, int most, String sentence) {

        void refuse() {
            throw new FormRefused(field, MessageFormat.format(sentence, most));
        }
    }

    @Override
    public void check(FormCase form, FormValues values) {
        of(form.formId()).stream()
                .filter(limit -> !limit.value().isEmpty())
                .filter(limit -> limit.value().equals(values.text(limit.field())))
                .filter(limit -> made(form, limit) >= limit.most())
                .findFirst()
                .ifPresent(Limit::refuse);
    }

    /** Refuses what a step counts itself, when it was done as often as allowed. */
    public void mustBeLeft(String form, String field, int done) {
        of(form).stream()
                .filter(limit -> limit.value().isEmpty() && limit.field().equals(field))
                .filter(limit -> done >= limit.most())
                .findFirst()
                .ifPresent(Limit::refuse);
    }

    private List<Limit> of(String form) {
        return database.sql("select field, value, most, sentence from pass_limit where form = ?")
                .param(form)
                .query(Limit.class)
                .list();
    }

    private int made(FormCase form, Limit limit) {
        return database.sql("""
                        select count(*) from form_record
                        where matter_no = ? and form = ? and content ->> ? = ? and corrected_at is null""")
                .params(form.matterNo(), form.formId(), limit.field(), limit.value())
                .query(Integer.class)
                .single();
    }
}
