package org.qibu.decision;

import java.util.Optional;
import java.util.Set;
import org.qibu.engine.SeparationOfDuties;
import org.qibu.matter.Matters;
import org.qibu.voting.Polls;
import org.springframework.stereotype.Component;

/** Whoever entered a count does not certify it, and who raised the matter does neither. */
@Component
class TellerIsNotScrutineer implements SeparationOfDuties {

    private static final Set<String> COUNTING = Set.of("task_enterBallots", "task_certifyCount");

    private final Matters matters;
    private final Polls polls;

    TellerIsNotScrutineer(Matters matters, Polls polls) {
        this.matters = matters;
        this.polls = polls;
    }

    @Override
    public Optional<String> objection(String matterNo, String taskKey, String userId) {
        if (!COUNTING.contains(taskKey)) {
            return Optional.empty();
        }
        if (userId.equals(matters.get(matterNo).proposerAccount())) {
            return Optional.of("提出人不能参加自己所提事项的计票和监票。");
        }
        var entered =
                polls.current(matterNo).flatMap(polls::latestCount).filter(count -> userId.equals(count.enteredBy()));
        return "task_certifyCount".equals(taskKey) && entered.isPresent()
                ? Optional.of("这次计票由您录入，监票要由另一人确认。")
                : Optional.empty();
    }
}
