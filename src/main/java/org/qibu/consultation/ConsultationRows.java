package org.qibu.consultation;

import static org.qibu.engine.RowList.choice;
import static org.qibu.engine.RowList.optional;
import static org.qibu.engine.RowList.required;

import java.util.List;
import org.qibu.engine.RowList;
import org.qibu.engine.RowList.Choice;
import org.qibu.engine.RowList.Kind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists of rows that step 3 asks for. */
@Configuration(proxyBeanMethods = false)
class ConsultationRows {

    @Bean
    RowList attendance() {
        return new RowList(
                "attendance",
                "签到情况",
                List.of(
                        required("personNo", "人员编号", Kind.PERSON),
                        required("present", "到会", Kind.FLAG),
                        choice("mode", "参加方式", false, new Choice("ONSITE", "现场"), new Choice("ONLINE", "线上"))));
    }

    @Bean
    RowList motions() {
        return new RowList(
                "motions",
                "动议",
                List.of(
                        required("text", "动议内容", Kind.TEXT),
                        optional("mover", "动议人", Kind.PERSON_OR_NAME),
                        optional("seconder", "附议人", Kind.PERSON_OR_NAME)));
    }

    @Bean
    RowList speeches() {
        return new RowList(
                "speeches",
                "发言",
                List.of(
                        required("speaker", "发言人", Kind.PERSON_OR_NAME),
                        choice(
                                "stance",
                                "立场",
                                true,
                                new Choice("FOR", "赞成"),
                                new Choice("AGAINST", "反对"),
                                new Choice("QUESTION", "提问")),
                        optional("minutes", "分钟", Kind.AMOUNT),
                        optional("summary", "要点", Kind.TEXT)));
    }

    @Bean
    RowList amendments() {
        return new RowList(
                "amendments",
                "修正案",
                List.of(required("text", "修正内容", Kind.TEXT), optional("mover", "提出人", Kind.PERSON_OR_NAME)));
    }

    @Bean
    RowList dissent() {
        return new RowList(
                "dissent",
                "保留意见",
                List.of(
                        required("personNo", "人员编号", Kind.PERSON),
                        required("reason", "理由", Kind.TEXT),
                        choice("severity", "程度", true, new Choice("MINOR", "一般"), new Choice("MAJOR", "重大"))));
    }

    @Bean
    RowList signatures() {
        return new RowList(
                "signatures",
                "签字确认",
                List.of(
                        required("personNo", "人员编号", Kind.PERSON),
                        choice(
                                "party",
                                "身份",
                                false,
                                new Choice("LEADING", "引领方"),
                                new Choice("PRINCIPAL", "主体方"),
                                new Choice("RESOURCE", "资源方"),
                                new Choice("TECHNICAL", "技术方"),
                                new Choice("INTERESTED", "利害关系人"),
                                new Choice("OBSERVER", "旁听"))));
    }
}
