package org.qibu.review;

import static org.qibu.engine.RowList.required;

import java.util.List;
import org.qibu.engine.RowList;
import org.qibu.engine.RowList.Kind;
import org.qibu.review.ReviewForms.CompleteFileFields;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists of rows that step 7 asks for. */
@Configuration(proxyBeanMethods = false)
class ReviewRows {

    @Bean
    RowList missingRows() {
        return new RowList(
                CompleteFileFields.MISSING,
                "缺少的材料",
                List.of(required("item", "材料", Kind.TEXT), required("reason", "为什么没有", Kind.TEXT)));
    }
}
