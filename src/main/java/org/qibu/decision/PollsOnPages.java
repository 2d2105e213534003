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
        return polls.of(matterNo).stream().map(poll -> shown(matterNo, poll)).toList();
    }

    private Poll shown(String matterNo, org.qibu.voting.Poll poll) {
        var verdict = polls.counts(poll.id()).stream().reduce((first, second) -> second);
        return new Poll(
                poll.pollId(),
                poll.ruleId(),
                verdict.isPresent() ? "COUNTED" : "PREPARED",
                poll.opensAt(),
                poll.closesAt(),
                verdict.map(count -> (Object) count.verdict()).orElse(null));
    }
}
