package org.qibu.decision;

import org.qibu.matter.Matter;
import org.qibu.matter.correspondence.Correspondence;
import org.qibu.matter.paper.PaperKind;
import org.qibu.matter.paper.Papers;
import org.qibu.notices.posting.Notices;
import org.qibu.voting.Verdict;
import org.qibu.voting.polls.Poll;
import org.springframework.stereotype.Component;

/** Makes a vote known that came to nothing: its numbers are mailed and posted like those of any other. */
@Component
class FailedVotes {

    private final Correspondence correspondence;
    private final Papers papers;
    private final Notices notices;

    FailedVotes(Correspondence correspondence, Papers papers, Notices notices) {
        this.correspondence = correspondence;
        this.papers = papers;
        this.notices = notices;
    }

    /**
     * Sends and posts the certified result of a vote that did not pass or in which too few took part. The matter does not
     * wait for the posting to end.
     *
     * @param body who decided, a code
     */
    void tell(Matter matter, Poll poll, String body, Verdict verdict) {
        notices.postUnattended(matter, Announcement.notice(body, matter.matterType()));
        var files = papers.latest(matter.matterNo(), PaperKind.VOTE_RESULT, PaperKind.OPINION);
        correspondence.tellAllConcerned(matter, "failed:" + poll.pollId(), files, "voteFailed." + verdict);
    }

    /** Announces to everybody concerned that a vote was annulled because none of its counts could be certified. */
    void tellOfAnnulment(Matter matter, Poll poll) {
        correspondence.tellAllConcerned(matter, "failed:" + poll.pollId(), "voteFailed.VOIDED");
    }
}
