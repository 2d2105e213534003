package org.qibu.matter.pass;

import java.util.List;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormRule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Refuses a choice that sends a matter round again once it was made as often as allowed. */
@Component
class PassLimitRule implements FormRule {

    private final SingletonSupplier<List<LimitedChoice.Source>> sources;
    private final PassLimits limits;
    private final JdbcClient database;

    PassLimitRule(ObjectProvider<LimitedChoice.Source> sources, PassLimits limits, JdbcClient database) {
        this.sources = SingletonSupplier.of(() -> sources.stream().toList());
        this.limits = limits;
        this.database = database;
    }

    @Override
    public void check(FormCase form, FormValues values) {
        sources.obtain().stream()
                .flatMap(source -> source.limitedChoices().stream())
                .filter(choice -> choice.form().equals(form.formId()))
                .filter(choice -> choice.value().equals(values.text(choice.field())))
                .forEach(choice -> limits.mustBeLeft(choice.limit(), choice.field(), made(form, choice)));
    }

    private int made(FormCase form, LimitedChoice choice) {
        return database.sql("""
                        select count(*) from form_record
                        where matter_no = ? and form = ? and content ->> ? = ? and corrected_at is null""")
                .params(form.matterNo(), form.formId(), choice.field(), choice.value())
                .query(Integer.class)
                .single();
    }
}
