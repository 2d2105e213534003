package org.qibu.decision;

import org.qibu.matter.Matter;
import org.qibu.matter.MatterCode;
import org.qibu.matter.MatterType;
import org.qibu.matter.Timeline;
import org.qibu.matter.correspondence.Correspondence;
import org.qibu.matter.paper.PaperKind;
import org.qibu.matter.paper.Papers;
import org.qibu.voting.polls.Poll;
import org.qibu.voting.polls.Polls;
import org.springframework.stereotype.Component;

/** Announces to everybody concerned what was decided and by whom. */
@Component
class Announcement {

    private static final String CONFIRMED = "decided.CONFIRMED";

    private final Timeline timeline;
    private final Correspondence correspondence;
    private final Polls polls;
    private final Papers papers;

    Announcement(Timeline timeline, Correspondence correspondence, Polls polls, Papers papers) {
        this.timeline = timeline;
        this.correspondence = correspondence;
        this.polls = polls;
        this.papers = papers;
    }

    /**
     * Announces a decision once.
     *
     * @param body who decided, a code
     * @param decision which run of the step it was
     */
    void make(Matter matter, boolean counted, String body, String decision) {
        var key = counted ? "decided.PASSED" : CONFIRMED;
        var poll = counted ? polls.current(matter.matterNo()).map(Poll::no).orElse(0) : 0;
        timeline.tell(matter, null, key, body);
        papers.issue(matter, PaperKind.DECISION);
        var files = counted
                ? papers.latest(matter.matterNo(), PaperKind.DECISION, PaperKind.VOTE_RESULT, PaperKind.OPINION)
                : papers.latest(matter.matterNo(), PaperKind.DECISION, PaperKind.OPINION);
        correspondence.tellAllConcerned(matter, "decided:" + decision + ":" + poll, files, key);
    }

    /** The notice that makes a counted result public; {@code type} is null where nobody verified the matter. */
    static String notice(String body, MatterCode<MatterType> type) {
        if (!body.endsWith("OWNERS")) {
            return "RESULT_GENERAL";
        }
        return type != null && type.is(MatterType.OWN_7_REBUILD) ? "RESULT_ELEVATOR" : "RESULT_OWNERS";
    }
}
