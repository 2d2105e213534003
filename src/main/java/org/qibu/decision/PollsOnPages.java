package org.qibu.decision;

import java.time.Clock;
import java.util.List;
import org.qibu.matter.Masking;
import org.qibu.matter.Matter;
import org.qibu.matter.Matters;
import org.qibu.matter.PollBoard;
import org.qibu.voting.Polls;
import org.qibu.voting.ResultTexts;
import org.springframework.stereotype.Component;

/** Shows the votes of a matter on its pages. */
@Component
class PollsOnPages implements PollBoard {

    private final Polls polls;
    private final ResultTexts texts;
    private final Matters matters;
    private final Masking masking;
    private final Clock clock;

    PollsOnPages(Polls polls, ResultTexts texts, Matters matters, Masking masking, Clock clock) {
        this.polls = polls;
        this.texts = texts;
        this.matters = matters;
        this.masking = masking;
        this.clock = clock;
    }

    @Override
    public List<Poll> of(String matterNo) {
        var matter = matters.get(matterNo);
        return polls.of(matterNo).stream().map(poll -> shown(matter, poll)).toList();
    }

    private Poll shown(Matter matter, org.qibu.voting.Poll poll) {
        return new Poll(
                poll.pollId(),
                poll.ruleId(),
                poll.state(clock.instant()),
                poll.opensAt(),
                poll.closesAt(),
                poll.result(),
                poll.result() == null ? List.of() : masked(matter, poll));
    }

    private List<String> masked(Matter matter, org.qibu.voting.Poll poll) {
        return texts.lines(poll).stream()
                .map(line -> masking.mask(matter, line))
                .toList();
    }
}
