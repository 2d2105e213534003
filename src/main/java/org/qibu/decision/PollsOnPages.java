package org.qibu.decision;

import java.util.List;
import org.qibu.matter.PollBoard;
import org.qibu.voting.Polls;
import org.springframework.stereotype.Component;

/** Shows the votes of a matter on its pages. */
@Component
class PollsOnPages implements PollBoard {

    private final Polls polls;

    PollsOnPages(Polls polls) {
        this.polls = polls;
    }

    @Override
    public List<Poll> of(String matterNo) {
        return polls.of(matterNo).stream().map(PollsOnPages::shown).toList();
    }

    private static Poll shown(org.qibu.voting.Poll poll) {
        return new Poll(
                poll.pollId(),
                poll.ruleId(),
                poll.result() == null ? "OPEN" : "CERTIFIED",
                poll.opensAt(),
                poll.closesAt(),
                poll.result());
    }
}
