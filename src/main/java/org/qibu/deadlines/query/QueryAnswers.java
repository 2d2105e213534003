package org.qibu.deadlines.query;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import org.qibu.deadlines.query.SupervisionQueries.Query;
import org.qibu.engine.FormRefused;
import org.qibu.engine.MatterLock;
import org.qibu.engine.NotYourTask;
import org.qibu.engine.PlainInput;
import org.qibu.matter.Matter;
import org.qibu.matter.Timeline;
import org.qibu.matter.access.NotNow;
import org.qibu.matter.access.NothingThere;
import org.qibu.matter.access.StaffAccess;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the community answers why a task was late. */
@Service
class QueryAnswers {

    private static final String[] WHO = {"residents-committee", "party-branch", "two-committees"};
    private static final int SHORTEST = 10;
    private static final int LONGEST = 1_000;

    private final MatterLock lock;
    private final StaffAccess staffAccess;
    private final SupervisionQueries supervisionQueries;
    private final Timeline timeline;
    private final Clock clock;

    QueryAnswers(
            MatterLock lock,
            StaffAccess staffAccess,
            SupervisionQueries supervisionQueries,
            Timeline timeline,
            Clock clock) {
        this.lock = lock;
        this.staffAccess = staffAccess;
        this.supervisionQueries = supervisionQueries;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** The questions about a matter's late tasks, newest first. */
    List<Query> of(String matterNo) {
        return supervisionQueries.of(matterNo);
    }

    /** Whether an answer is overdue. */
    boolean isLate(Query query) {
        return query.isOpen() && query.answerDue().isBefore(clock.instant());
    }

    /** Whether this user may answer for the matter. */
    boolean mayAnswer(Matter matter, Principal user) {
        return staffAccess
                .account(user)
                .filter(account -> account.isIn(WHO) && account.communities().contains(matter.communityCode()))
                .isPresent();
    }

    /**
     * Answers a question.
     *
     * @throws NothingThere when the matter or the question is not of the user's communities
     * @throws NotYourTask when the user does not answer for the community
     * @throws NotNow when it was answered before
     * @throws FormRefused when the answer is too short or too long
     */
    @Transactional
    public void answer(String matterNo, long id, String text, Principal user) {
        lock.hold(matterNo);
        var view = staffAccess.open(matterNo, user);
        var query = supervisionQueries.find(matterNo, id).orElseThrow(NothingThere::matter);
        if (!view.account().isIn(WHO)) {
            throw new NotYourTask("监督询问由社区居委会、党组织或两委答复。");
        }
        var said = checked(text);
        if (!supervisionQueries.answer(query, said, view.account().id(), clock.instant())) {
            throw new NotNow("这条监督询问已经答复过了。");
        }
        timeline.note(view.matter(), view.account().id(), "overdue.answered", query.taskName());
    }

    private static String checked(String text) {
        var faults = new FormRefused.Collector();
        var said = PlainInput.checked(text == null ? "" : text, "answer", "“答复”", faults);
        var length = said.codePointCount(0, said.length());
        faults.check(length >= SHORTEST, "answer", "请写明为什么超期、打算何时办结，至少 " + SHORTEST + " 个字。");
        faults.check(length <= LONGEST, "answer", "“答复”最多写 " + LONGEST + " 个字。");
        faults.refuseIfAny();
        return said;
    }
}
