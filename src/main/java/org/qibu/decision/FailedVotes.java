package org.qibu.decision;

import org.qibu.matter.Correspondence;
import org.qibu.matter.Matter;
import org.qibu.matter.PaperKind;
import org.qibu.matter.Papers;
import org.qibu.voting.Poll;
import org.qibu.voting.Verdict;
import org.springframework.stereotype.Component;

/** Tells everybody concerned of a vote that came to nothing, with its numbers: a failed vote is published like any other. */
@Component
class FailedVotes {

    private final Correspondence correspondence;
    private final Papers papers;

    FailedVotes(Correspondence correspondence, Papers papers) {
        this.correspondence = correspondence;
        this.papers = papers;
    }

    /** Sends the certified result of a vote that did not pass or in which too few took part. */
    void tell(Matter matter, Poll poll, Verdict verdict) {
        var files = papers.latest(matter.matterNo(), PaperKind.VOTE_RESULT, PaperKind.OPINION);
        correspondence.tellAllConcerned(matter, "failed:" + poll.pollId(), files, "voteFailed." + verdict);
    }

    /** Tells that a vote was annulled because none of its counts could be certified. */
    void tellOfAnnulment(Matter matter, Poll poll) {
        correspondence.tellAllConcerned(matter, "failed:" + poll.pollId(), "voteFailed.VOIDED");
    }
}
