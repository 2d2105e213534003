package org.qibu.agenda;

import static org.qibu.engine.RowList.choice;
import static org.qibu.engine.RowList.optional;
import static org.qibu.engine.RowList.required;

import java.util.List;
import org.qibu.engine.RowList;
import org.qibu.engine.RowList.Choice;
import org.qibu.engine.RowList.Kind;
import org.qibu.matter.Party;
import org.qibu.matter.contract.NamePartiesFields;
import org.qibu.matter.contract.StudyTopicFields;
import org.qibu.text.CodeLabels;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists of rows that step 2 asks for. */
@Configuration(proxyBeanMethods = false)
class AgendaRows {

    @Bean
    RowList optionsConsidered() {
        return new RowList(
                StudyTopicFields.OPTIONS_CONSIDERED,
                "备选办法",
                List.of(
                        required("name", "办法", Kind.TEXT),
                        optional("pros", "好处", Kind.TEXT),
                        optional("cons", "坏处", Kind.TEXT),
                        optional(StudyTopicFields.COST_ESTIMATE, "估计费用（元）", Kind.AMOUNT)));
    }

    @Bean
    RowList resourceOffers() {
        return new RowList(
                StudyTopicFields.RESOURCE_OFFERS,
                "可用的资源",
                List.of(required("text", "资源", Kind.TEXT), optional("provider", "谁提供", Kind.TEXT)));
    }

    @Bean
    RowList participants(CodeLabels labels) {
        return new RowList(
                NamePartiesFields.PARTICIPANTS,
                "参加协商的人",
                List.of(
                        required("personNo", "人员编号", Kind.PERSON),
                        choice("party", "身份", true, Choice.of(labels, Party.codes())),
                        optional("voice", "有发言权", Kind.FLAG),
                        optional("vote", "有表决权", Kind.FLAG),
                        optional("heavilyAffected", "受影响大", Kind.FLAG)));
    }
}
