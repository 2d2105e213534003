package org.qibu.voting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in Chinese what a vote came to, for notices and letters: the rule, the three numbers, the verdict. */
@Component
public class ResultTexts {

    private final Polls polls;
    private final MessageSource messages;

    ResultTexts(Polls polls, MessageSource messages) {
        this.polls = polls;
        this.messages = messages;
    }

    /** Lines of text without personal data; only the question where nothing was certified yet. */
    public List<String> lines(Poll poll) {
        var lines = new ArrayList<String>();
        lines.add("表决事项：" + poll.question());
        if (poll.result() != null) {
            polls.latestCount(poll)
                    .ifPresent(count -> lines.add("应到 " + poll.totalHeads() + "，到会 " + count.present() + "，同意 "
                            + count.agree() + "，反对 " + count.against() + "，弃权 " + count.abstain()));
            lines.add("结果：" + messages.getMessage("code." + poll.result(), null, poll.result(), Locale.CHINESE));
        }
        return lines;
    }
}
