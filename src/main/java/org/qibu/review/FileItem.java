package org.qibu.review;

import java.util.Optional;
import java.util.stream.Stream;

/** The twenty things the file of a matter holds, in its order. */
public enum FileItem {
    REGISTER("登记和回执"),
    VERIFICATION("核实情况"),
    AGENDA_DECISION("议题决定"),
    PARTIES("协商主体名单"),
    AGENDA_NOTICE("议题公示"),
    SIGN_IN("签到表"),
    MINUTES("各轮会议纪要"),
    OPINION("协商意见和保留意见"),
    BALLOT("表决记录和计票确认"),
    DECISION("决定"),
    PLAN("实施方案"),
    PROGRESS("进度和延期"),
    ACCEPTANCE("验收单"),
    ACCOUNTS("收支账目"),
    RESULT_NOTICE("结果公示"),
    OBJECTIONS("异议和答复"),
    SURVEY("满意度测评"),
    RETURN_VISIT("回访"),
    EVALUATION("成效评估"),
    AUDIT_LOG("办理日志");

    private final String label;

    FileItem(String label) {
        this.label = label;
    }

    /** What a person calls it. */
    public String label() {
        return label;
    }

    /** 1 to 20. */
    public int number() {
        return ordinal() + 1;
    }

    /** The item meant by its name, its number or its label. */
    static Optional<FileItem> meant(String text) {
        var word = text.strip();
        return Stream.of(values())
                .filter(item -> word.equalsIgnoreCase(item.name())
                        || word.equals(item.label)
                        || word.matches(item.number() + "([ .、．].*)?"))
                .findFirst();
    }
}
