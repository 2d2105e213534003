package org.qibu.matter.pass;

import java.util.Optional;
import java.util.stream.Stream;

/** The ways by which a matter is sent round again that have a number of times; each is a row of the table of limits. */
public enum PassLimit {
    ASK_MORE("请提出人补充材料", "asked"),
    RETURN_FOR_STUDY("确定议题，退回研究"),
    RESTUDY("议题公示异议成立，重新研究", "restudied"),
    ADJOURN("会议延期", "adjourned"),
    ROUND("协商轮次", "round"),
    RECONSULT("退回重新协商"),
    RECONSULT_REOPENED("每重启一次，另可重新协商"),
    NOT_PASSED("没有通过，重新协商"),
    EXTEND_POLL("参与不足，延长表决", "pollExtended"),
    RECOUNT("计票不实，重新清点", "recounts"),
    REVOTE("表决结果异议成立，重新表决", "revotes"),
    OBJECTION_TO_DECISION("反馈公示异议成立，退回表决"),
    OBJECTION_TO_IMPLEMENTATION("反馈公示异议成立，退回实施"),
    OVERRUN("超出预算，重新表决", "overruns"),
    DELAY("申请延期"),
    REWORK("验收不通过，整改", "refusals"),
    REDRAFT("反馈稿审核不通过，重拟", "redrafts"),
    RECTIFY("评议后整改", "rectified"),
    REOPEN("评议后重启", "reopened"),
    REIMPLEMENT_INSPECTED("专项督查后，重新办理");

    private final String word;
    private final String count;

    PassLimit(String word) {
        this(word, null);
    }

    PassLimit(String word, String count) {
        this.word = word;
        this.count = count;
    }

    /** What the way is called in the table. */
    public String word() {
        return word;
    }

    /** The routing value in which models count it; empty where forms are counted, or a model asks otherwise. */
    public Optional<String> count() {
        return Optional.ofNullable(count);
    }

    /** What the table calls the way a model counts by this routing value; the value's own name where the program knows none. */
    static String wordOf(String count) {
        return Stream.of(values())
                .filter(each -> count.equals(each.count))
                .findFirst()
                .map(PassLimit::word)
                .orElse(count);
    }
}
