package org.qibu.decision;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.qibu.engine.spi.SeparationOfDuties;
import org.qibu.matter.Matter;
import org.qibu.matter.Matters;
import org.qibu.voting.ballots.BallotBox;
import org.qibu.voting.polls.Poll;
import org.qibu.voting.polls.Polls;
import org.qibu.voting.polls.Tally;
import org.springframework.stereotype.Component;

/**
 * Whoever entered a count does not certify it; a recount is made by another pair; and nobody who is a party to the
 * matter does either.
 */
@Component
public class TellerIsNotScrutineer implements SeparationOfDuties {

    private static final String ENTER = DecisionElements.TASK_ENTER_BALLOTS;
    private static final String CERTIFY = DecisionElements.TASK_CERTIFY_COUNT;
    private static final Set<String> COUNTING = Set.of(ENTER, CERTIFY);

    private final Matters matters;
    private final Polls polls;
    private final BallotBox box;
    private final MattersParties parties;
    private final PartsPlayed parts;

    TellerIsNotScrutineer(Matters matters, Polls polls, BallotBox box, MattersParties parties, PartsPlayed parts) {
        this.matters = matters;
        this.polls = polls;
        this.box = box;
        this.parties = parties;
        this.parts = parts;
    }

    @Override
    public Set<String> taskKeys() {
        return COUNTING;
    }

    @Override
    public Set<String> suspect(Set<String> matterNos, String userId) {
        return parts.played(userId, matterNos);
    }

    @Override
    public Optional<String> objection(String matterNo, String taskKey, String userId) {
        return COUNTING.contains(taskKey) ? objection(matters.get(matterNo), taskKey, userId) : Optional.empty();
    }

    private Optional<String> objection(Matter matter, String taskKey, String userId) {
        if (userId.equals(matter.proposerAccount())) {
            return Optional.of("提出人不能参加自己所提事项的计票和监票。");
        }
        if (parties.isParty(matter, userId)) {
            return Optional.of("您是这个事项的当事人，不能参加计票和监票。");
        }
        return polls.current(matter.matterNo()).flatMap(poll -> objection(poll, taskKey, userId));
    }

    private Optional<String> objection(Poll poll, String taskKey, String userId) {
        var counts = polls.counts(poll);
        if (CERTIFY.equals(taskKey) && hasEntered(poll, counts, userId)) {
            return Optional.of("这次计票由您录入，监票要由另一人确认。");
        }
        if (ENTER.equals(taskKey) && counts.stream().anyMatch(count -> isCertifiedBy(count, userId))) {
            return Optional.of("这次表决由您监票，计票要由另一人录入。");
        }
        var refused = counts.stream().filter(count -> count.sheet() == poll.sheet() - 1);
        var lastPair = refused.flatMap(count -> Stream.of(count.enteredBy(), count.certifiedBy()));
        return lastPair.anyMatch(userId::equals) ? Optional.of("上次清点是您参加的，重新清点要换另一组人。") : Optional.empty();
    }

    private boolean hasEntered(Poll poll, List<Tally> counts, String userId) {
        return counts.stream()
                        .filter(count -> count.sheet() == poll.sheet())
                        .anyMatch(count -> userId.equals(count.enteredBy()))
                || box.of(poll).stream().anyMatch(ballot -> userId.equals(ballot.enteredBy()));
    }

    private static boolean isCertifiedBy(Tally count, String userId) {
        return Boolean.TRUE.equals(count.certified()) && userId.equals(count.certifiedBy());
    }
}
