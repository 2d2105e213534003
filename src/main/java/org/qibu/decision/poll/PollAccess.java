package org.qibu.decision.poll;

import java.security.Principal;
import java.util.Optional;
import org.qibu.decision.DecisionElements;
import org.qibu.decision.TellerIsNotScrutineer;
import org.qibu.engine.NotYourTask;
import org.qibu.engine.identity.Accounts.Account;
import org.qibu.engine.spi.SeparationOfDuties;
import org.qibu.matter.access.NothingThere;
import org.qibu.matter.access.StaffAccess;
import org.qibu.voting.polls.Poll;
import org.qibu.voting.polls.Polls;
import org.springframework.stereotype.Component;

/**
 * Who may do what with a vote: tellers enter, tellers and scrutineers see what people chose, the staff of the community
 * see who has voted. A vote of another community does not exist.
 */
@Component
class PollAccess {

    private static final String TELLER = "vote-teller";
    private static final String SCRUTINEER = "vote-scrutineer";
    private static final String[] WHO_VOTED = {
        "residents-committee", "owners-committee", "supervision", TELLER, SCRUTINEER
    };

    private final StaffAccess staffAccess;
    private final Polls polls;
    private final SeparationOfDuties duties;

    PollAccess(StaffAccess staffAccess, Polls polls, TellerIsNotScrutineer duties) {
        this.staffAccess = staffAccess;
        this.polls = polls;
        this.duties = duties;
    }

    /** A vote and the account that looks at it. */
    record View(Poll poll, Account account, Optional<String> objection) {

        boolean isTeller() {
            return account.isIn(TELLER);
        }

        /** Whether this account may enter ballots now. */
        boolean mayEnter() {
            return isTeller() && objection.isEmpty() && poll.takesBallots();
        }

        /** Whether this account may see what people chose. */
        boolean seesChoices() {
            return account.isIn(TELLER, SCRUTINEER) && objection.isEmpty();
        }

        boolean seesWhoVoted() {
            return account.isIn(WHO_VOTED);
        }
    }

    View open(String pollId, Principal user) {
        var poll = polls.find(pollId).orElseThrow(PollAccess::nothing);
        var account = staffAccess.open(poll.matterNo(), user).account();
        var task = account.isIn(TELLER) ? DecisionElements.TASK_ENTER_BALLOTS : DecisionElements.TASK_CERTIFY_COUNT;
        return new View(poll, account, duties.objection(poll.matterNo(), task, account.id()));
    }

    /** The vote, when the user may enter ballots of it. */
    View teller(String pollId, Principal user) {
        var view = open(pollId, user);
        if (!view.isTeller()) {
            throw new NotYourTask("只有计票人可以录入选票。");
        }
        view.objection().ifPresent(sentence -> {
            throw new NotYourTask(sentence);
        });
        return view;
    }

    /** The vote, when the user may see what people chose. */
    View counter(String pollId, Principal user) {
        var view = open(pollId, user);
        if (!view.seesChoices()) {
            throw new NotYourTask("每张票的选择只有计票人和监票人可以查看。");
        }
        return view;
    }

    static NothingThere nothing() {
        return new NothingThere("没有找到这次表决，请核对编号。");
    }
}
