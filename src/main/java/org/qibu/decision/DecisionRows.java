package org.qibu.decision;

import static org.qibu.engine.RowList.choice;
import static org.qibu.engine.RowList.optional;
import static org.qibu.engine.RowList.required;

import java.util.List;
import org.qibu.decision.DecisionForms.EnterBallotsFields;
import org.qibu.engine.RowList;
import org.qibu.engine.RowList.Choice;
import org.qibu.engine.RowList.Kind;
import org.qibu.matter.contract.PrepareBallotFields;
import org.qibu.text.CodeLabels;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists of rows that step 4 asks for. */
@Configuration(proxyBeanMethods = false)
class DecisionRows {

    @Bean
    RowList optionRows() {
        return new RowList(PrepareBallotFields.OPTIONS, "表决选项", List.of(required("text", "选项", Kind.TEXT)));
    }

    @Bean
    RowList ballotRows(CodeLabels labels) {
        return new RowList(
                EnterBallotsFields.BALLOTS,
                "已录入的纸质票",
                List.of(
                        required("rightHolderId", "表决权人编号", Kind.TEXT),
                        choice(
                                "choice",
                                "选择",
                                true,
                                Choice.of(labels, "AGREE", "AGAINST", "ABSTAIN", "INVALID", "SILENT")),
                        optional("receivedAt", "收到时间", Kind.TEXT),
                        optional("proxyDoc", "委托书", Kind.TEXT)));
    }
}
