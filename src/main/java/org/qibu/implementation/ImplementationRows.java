package org.qibu.implementation;

import static org.qibu.engine.RowList.choice;
import static org.qibu.engine.RowList.optional;
import static org.qibu.engine.RowList.required;

import java.util.List;
import org.qibu.engine.RowList;
import org.qibu.engine.RowList.Choice;
import org.qibu.engine.RowList.Kind;
import org.qibu.matter.contract.AcceptWorkFields;
import org.qibu.matter.contract.PlanFields;
import org.qibu.text.CodeLabels;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists of rows that step 5 asks for. */
@Configuration(proxyBeanMethods = false)
class ImplementationRows {

    @Bean
    RowList actionRows(CodeLabels labels) {
        return new RowList(
                PlanFields.ACTIONS,
                "要做的事",
                List.of(
                        required("no", "序号", Kind.WHOLE),
                        required("text", "做什么", Kind.TEXT),
                        required("ownerId", "负责人", Kind.PERSON_OR_NAME),
                        optional("startOn", "开始日期", Kind.DAY),
                        required(PlanRows.DUE_ON, "完成日期", Kind.DAY),
                        optional("budget", "预算（元）", Kind.AMOUNT),
                        choice("jointKind", "联办方式", false, Choice.of(labels, "ACTIVITY", "AFFAIR", "SERVICE", "VENUE")),
                        optional("needsVolunteers", "需要志愿者", Kind.FLAG)));
    }

    @Bean
    RowList acceptCriteriaRows() {
        return new RowList(PlanFields.ACCEPT_CRITERIA, "验收标准", List.of(required("text", "标准", Kind.TEXT)));
    }

    @Bean
    RowList criteriaRows() {
        return new RowList(
                AcceptWorkFields.CRITERIA,
                "逐条验收",
                List.of(
                        required("text", "标准", Kind.TEXT),
                        required("met", "达到", Kind.FLAG),
                        optional("remark", "说明", Kind.TEXT)));
    }

    @Bean
    RowList witnessRows() {
        return new RowList(AcceptWorkFields.WITNESSES, "在场见证的居民", List.of(required("personNo", "人员编号", Kind.PERSON)));
    }
}
