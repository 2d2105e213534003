package org.qibu.matter.course;

import java.util.List;
import org.qibu.engine.spi.MatterEnd;
import org.qibu.mail.Attachment;
import org.qibu.mail.MailKind;
import org.qibu.matter.Matter;
import org.qibu.matter.Matters;
import org.qibu.matter.Outcome;
import org.qibu.matter.Timeline;
import org.qibu.matter.correspondence.Correspondence;
import org.qibu.matter.paper.PaperKind;
import org.qibu.matter.paper.Papers;
import org.springframework.stereotype.Component;

/** What happens when a matter ends, whichever process brought it to its end. */
@Component
class Closing implements MatterEnd {

    private final Matters matters;
    private final Timeline timeline;
    private final Correspondence correspondence;
    private final Answers answers;
    private final Papers papers;

    Closing(Matters matters, Timeline timeline, Correspondence correspondence, Answers answers, Papers papers) {
        this.matters = matters;
        this.timeline = timeline;
        this.correspondence = correspondence;
        this.answers = answers;
        this.papers = papers;
    }

    /** A process that ends without saying how ends its matter as dealt with. */
    @Override
    public void ended(String matterNo, String processInstanceId) {
        matters.find(matterNo)
                .filter(matter -> !matter.isClosed())
                .map(Matter::matterNo)
                .ifPresent(open -> close(open, Outcome.CLOSED, processInstanceId));
    }

    /** Ends a matter and answers its proposer. */
    void close(String matterNo, Outcome outcome, String processInstanceId) {
        matters.close(matterNo, outcome);
        var matter = matters.get(matterNo);
        timeline.tell(matter, null, "ended", outcome.name());
        var files = outcome == Outcome.REFERRED
                ? papers.issue(matter, PaperKind.REFERRAL).stream().toList()
                : List.<Attachment>of();
        correspondence.toProposer(
                matter, MailKind.STATUS, "ended:" + processInstanceId, answers.toProposer(matter), files);
    }
}
