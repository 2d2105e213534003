package org.qibu.feedback;

import static org.qibu.engine.RowList.required;

import java.util.List;
import org.qibu.engine.RowList;
import org.qibu.engine.RowList.Kind;
import org.qibu.matter.contract.DraftFeedbackFields;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists of rows that step 6 asks for. */
@Configuration(proxyBeanMethods = false)
class FeedbackRows {

    @Bean
    RowList adoptedRows() {
        return new RowList(DraftFeedbackFields.ADOPTED, "采纳了哪些意见", List.of(required("point", "意见", Kind.TEXT)));
    }

    @Bean
    RowList notAdoptedRows() {
        return new RowList(
                DraftFeedbackFields.NOT_ADOPTED,
                "没有采纳哪些意见",
                List.of(required("point", "意见", Kind.TEXT), required("reason", "理由", Kind.TEXT)));
    }
}
