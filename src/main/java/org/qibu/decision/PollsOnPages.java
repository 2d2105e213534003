package org.qibu.decision;

import java.time.Clock;
import java.util.List;
import org.qibu.matter.PollBoard;
import org.qibu.voting.Polls;
import org.springframework.stereotype.Component;

/** Shows the votes of a matter on its pages. */
@Component
class PollsOnPages implements PollBoard {

    private final Polls polls;
    private final Clock clock;

    PollsOnPages(Polls polls, Clock clock) {
        this.polls = polls;
        this.clock = clock;
    }

    @Override
    public List<Poll> of(String matterNo) {
        return polls.of(matterNo).stream().map(this::shown).toList();
    }

    private Poll shown(org.qibu.voting.Poll poll) {
        return new Poll(
                poll.pollId(),
                poll.ruleId(),
                poll.state(clock.instant()),
                poll.opensAt(),
                poll.closesAt(),
                poll.result());
    }
}
