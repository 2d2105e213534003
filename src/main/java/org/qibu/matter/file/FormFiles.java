package org.qibu.matter.file;

import org.qibu.engine.FormCase;
import org.qibu.engine.spi.FileLedger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the files that belong to a form; what came in for an earlier turn of the same form does not count again. */
@Repository
class FormFiles implements FileLedger {

    private final JdbcClient database;

    FormFiles(JdbcClient database) {
        this.database = database;
    }

    @Override
    public int count(FormCase form, String kind) {
        return database.sql("""
                        select count(*) from matter_file
                        where matter_no = :no and kind = :kind and at > coalesce(
                          (select max(at) from form_record
                           where matter_no = :no and form = :form and corrected_at is null), '-infinity')""")
                .param("no", form.matterNo())
                .param("kind", kind)
                .param("form", form.formId())
                .query(Integer.class)
                .single();
    }
}
