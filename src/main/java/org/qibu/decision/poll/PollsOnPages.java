package org.qibu.decision.poll;

import java.time.Clock;
import java.util.List;
import org.qibu.matter.MatterMasking;
import org.qibu.matter.Matters;
import org.qibu.matter.PollBoard;
import org.qibu.privacy.MaskedText;
import org.qibu.privacy.Masker;
import org.qibu.voting.polls.Polls;
import org.qibu.voting.polls.ResultTexts;
import org.springframework.stereotype.Component;

/** Shows the votes of a matter on its pages. */
@Component
class PollsOnPages implements PollBoard {

    private final Polls polls;
    private final ResultTexts texts;
    private final Matters matters;
    private final MatterMasking masking;
    private final Clock clock;

    PollsOnPages(Polls polls, ResultTexts texts, Matters matters, MatterMasking masking, Clock clock) {
        this.polls = polls;
        this.texts = texts;
        this.matters = matters;
        this.masking = masking;
        this.clock = clock;
    }

    @Override
    public List<Poll> of(String matterNo) {
        var found = polls.of(matterNo);
        if (found.isEmpty()) {
            return List.of();
        }
        var masker = masking.of(matters.get(matterNo));
        return found.stream().map(poll -> shown(masker, poll)).toList();
    }

    private Poll shown(Masker masker, org.qibu.voting.polls.Poll poll) {
        return new Poll(
                poll.pollId(),
                poll.ruleId(),
                poll.state(clock.instant()),
                poll.opensAt(),
                poll.closesAt(),
                poll.result(),
                poll.result() == null ? List.of() : masked(masker, poll));
    }

    private List<MaskedText> masked(Masker masker, org.qibu.voting.polls.Poll poll) {
        return texts.lines(poll).stream().map(masker::mask).toList();
    }
}
