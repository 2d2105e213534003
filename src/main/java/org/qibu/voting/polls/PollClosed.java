package org.qibu.voting.polls;

/** The vote takes no ballots at this moment. */
public class PollClosed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PollClosed(Poll poll) {
        super(sentence(poll));
    }

    private static String sentence(Poll poll) {
        if (poll.isByHand()) {
            return "这次是会上举手表决，没有选票要录入。";
        }
        if (poll.isVoided()) {
            return "这次表决已经作废，不能再录入选票。";
        }
        return poll.openedAt() == null ? "表决还没有开始，不能录入选票。" : "选票已全部录入并交监票人，不能再补录。";
    }
}
