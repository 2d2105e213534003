package org.qibu.consultation;

import static org.qibu.engine.RowList.choice;
import static org.qibu.engine.RowList.optional;
import static org.qibu.engine.RowList.required;

import java.util.List;
import org.qibu.engine.RowList;
import org.qibu.engine.RowList.Choice;
import org.qibu.engine.RowList.Kind;
import org.qibu.matter.Party;
import org.qibu.matter.contract.ConfirmOpinionFields;
import org.qibu.matter.contract.RecordMeetingFields;
import org.qibu.text.CodeLabels;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists of rows that step 3 asks for. */
@Configuration(proxyBeanMethods = false)
class ConsultationRows {

    @Bean
    RowList attendance(CodeLabels labels) {
        return new RowList(
                RecordMeetingFields.ATTENDANCE,
                "签到情况",
                List.of(
                        required("personNo", "人员编号", Kind.PERSON),
                        required("present", "到会", Kind.FLAG),
                        choice("mode", "参加方式", false, Choice.of(labels, "ONSITE", "ONLINE"))));
    }

    @Bean
    RowList motions() {
        return new RowList(
                RecordMeetingFields.MOTIONS,
                "动议",
                List.of(
                        required("text", "动议内容", Kind.TEXT),
                        optional("mover", "动议人", Kind.PERSON_OR_NAME),
                        optional("seconder", "附议人", Kind.PERSON_OR_NAME)));
    }

    @Bean
    RowList speeches(CodeLabels labels) {
        return new RowList(
                RecordMeetingFields.SPEECHES,
                "发言",
                List.of(
                        required("speaker", "发言人", Kind.PERSON_OR_NAME),
                        choice("stance", "立场", true, Choice.of(labels, "FOR", "AGAINST", "QUESTION")),
                        optional("minutes", "分钟", Kind.AMOUNT),
                        optional("summary", "要点", Kind.TEXT)));
    }

    @Bean
    RowList amendments() {
        return new RowList(
                RecordMeetingFields.AMENDMENTS,
                "修正案",
                List.of(required("text", "修正内容", Kind.TEXT), optional("mover", "提出人", Kind.PERSON_OR_NAME)));
    }

    @Bean
    RowList dissent(CodeLabels labels) {
        return new RowList(
                RecordMeetingFields.DISSENT,
                "保留意见",
                List.of(
                        required("personNo", "人员编号", Kind.PERSON),
                        required("reason", "理由", Kind.TEXT),
                        choice("severity", "程度", true, Choice.of(labels, "MINOR", "MAJOR"))));
    }

    @Bean
    RowList signatures(CodeLabels labels) {
        return new RowList(
                ConfirmOpinionFields.SIGNATURES,
                "签字确认",
                List.of(
                        required("personNo", "人员编号", Kind.PERSON),
                        choice("party", "身份", false, Choice.of(labels, Party.codes()))));
    }
}
