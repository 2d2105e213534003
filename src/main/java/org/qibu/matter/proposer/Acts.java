package org.qibu.matter.proposer;

import java.security.Principal;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.qibu.engine.FormRefused;
import org.qibu.engine.MatterLock;
import org.qibu.engine.PlainInput;
import org.qibu.engine.TaskUnavailable;
import org.qibu.engine.process.MatterMessages;
import org.qibu.engine.submission.SecondStart;
import org.qibu.matter.Matter;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
import org.qibu.matter.access.NotNow;
import org.qibu.matter.access.NothingThere;
import org.qibu.matter.correspondence.Correspondence;
import org.qibu.matter.form.Records;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does what a proposer wants done to a matter outside of tasks: kept with the matter, told to the model, answered by mail. */
@Service
public class Acts {

    private static final int LONGEST_TEXT = 2_000;

    private final Matters matters;
    private final Standing standing;
    private final OpenActs open;
    private final Records records;
    private final Timeline timeline;
    private final Correspondence correspondence;
    private final MatterMessages matterMessages;
    private final SecondStart again;
    private final MatterLock lock;
    private final Clock clock;

    Acts(
            Matters matters,
            Standing standing,
            OpenActs open,
            Records records,
            Timeline timeline,
            Correspondence correspondence,
            MatterMessages matterMessages,
            SecondStart again,
            MatterLock lock,
            Clock clock) {
        this.matters = matters;
        this.standing = standing;
        this.open = open;
        this.records = records;
        this.timeline = timeline;
        this.correspondence = correspondence;
        this.matterMessages = matterMessages;
        this.again = again;
        this.lock = lock;
        this.clock = clock;
    }

    /**
     * Does the act and gives the matter back as it stands then.
     *
     * @param receipt the code on the receipt; blank where staff act on behalf
     * @param user who is logged in, if anybody is
     * @throws NothingThere when there is no such matter
     * @throws NotTheProposer without the right receipt and without the office
     * @throws FormRefused when the text cannot be taken
     * @throws NotNow when the matter is not in the right state
     */
    @Transactional
    public Matter make(Act act, String matterNo, String receipt, String text, Principal user) {
        var matter = matters.find(matterNo).orElseThrow(NothingThere::matter);
        var actor = standing.of(matter, receipt, user).orElse(null);
        var said = checked(act, text);
        lock.hold(matterNo);
        matter = matters.get(matterNo);
        open.objection(matter, act).ifPresent(reason -> {
            throw new NotNow(reason);
        });
        records.record(
                matter,
                act.form(),
                "message_" + act.name().toLowerCase(Locale.ROOT),
                null,
                actor,
                said.isEmpty() ? Map.of() : Map.of(act.key(), said));
        switch (act) {
            case REPLY -> tellModel(matter, actor, "replied", OpenActs.MORE_INFO);
            case RECHECK -> tellModel(matter, actor, "recheckAsked", OpenActs.RECHECK);
            case WITHDRAW -> withdraw(matter, actor);
            case REVIVE -> revive(matter, actor);
        }
        return matters.get(matterNo);
    }

    private static String checked(Act act, String text) {
        var given = text == null ? "" : text;
        var faults = new FormRefused.Collector();
        var said = PlainInput.checked(given, act.field(), "您写的内容", faults);
        faults.check(
                said.codePointCount(0, said.length()) <= LONGEST_TEXT, act.field(), "最多写 " + LONGEST_TEXT + " 个字，请精简。");
        faults.check(
                !said.isEmpty() || !act.isTextRequired(), act.field(), act == Act.REPLY ? "请填写要补充的情况。" : "请填写申请复核的理由。");
        faults.refuseIfAny();
        return said;
    }

    private void tellModel(Matter matter, String actor, String happened, String message) {
        timeline.tell(matter, actor, happened);
        correspondence.tellStatus(matter, occasion(happened), happened);
        mustBeHeard(message, matter);
    }

    /** The end of the matter writes the mail. */
    private void withdraw(Matter matter, String actor) {
        timeline.tell(matter, actor, "withdrawn");
        mustBeHeard(OpenActs.WITHDRAWN, matter);
    }

    private void revive(Matter matter, String actor) {
        matters.revive(matter.matterNo());
        timeline.tell(matter, actor, "revived");
        correspondence.tellStatus(matters.get(matter.matterNo()), occasion("revived"), "revived");
        again.of(matter.matterNo(), matter.communityCode());
    }

    private void mustBeHeard(String message, Matter matter) {
        if (!isHeard(message, matter)) {
            throw new NotNow("这件事刚刚有人在办，请刷新后再看。");
        }
    }

    private boolean isHeard(String message, Matter matter) {
        try {
            return matterMessages.send(message, matter.matterNo());
        } catch (TaskUnavailable faulty) {
            throw new NotNow(faulty.getMessage());
        }
    }

    private String occasion(String happened) {
        return happened + ":" + clock.instant().toEpochMilli();
    }
}
