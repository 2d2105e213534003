package org.qibu.agenda;

import static org.qibu.engine.RowList.choice;
import static org.qibu.engine.RowList.optional;
import static org.qibu.engine.RowList.required;

import java.util.List;
import org.qibu.engine.RowList;
import org.qibu.engine.RowList.Choice;
import org.qibu.engine.RowList.Kind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists of rows that step 2 asks for. */
@Configuration(proxyBeanMethods = false)
class AgendaRows {

    @Bean
    RowList optionsConsidered() {
        return new RowList(
                "optionsConsidered",
                "备选办法",
                List.of(
                        required("name", "办法", Kind.TEXT),
                        optional("pros", "好处", Kind.TEXT),
                        optional("cons", "坏处", Kind.TEXT),
                        optional("costEstimate", "估计费用（元）", Kind.AMOUNT)));
    }

    @Bean
    RowList resourceOffers() {
        return new RowList(
                "resourceOffers",
                "可用的资源",
                List.of(required("text", "资源", Kind.TEXT), optional("provider", "谁提供", Kind.TEXT)));
    }

    @Bean
    RowList participants() {
        return new RowList(
                "participants",
                "参加协商的人",
                List.of(
                        required("personNo", "人员编号", Kind.PERSON),
                        choice(
                                "party",
                                "身份",
                                true,
                                new Choice("LEADING", "引领方"),
                                new Choice("PRINCIPAL", "主体方"),
                                new Choice("RESOURCE", "资源方"),
                                new Choice("TECHNICAL", "技术方"),
                                new Choice("INTERESTED", "利害关系人"),
                                new Choice("OBSERVER", "旁听")),
                        optional("voice", "有发言权", Kind.FLAG),
                        optional("vote", "有表决权", Kind.FLAG),
                        optional("heavilyAffected", "受影响大", Kind.FLAG)));
    }
}
