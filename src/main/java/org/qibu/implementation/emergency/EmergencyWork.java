package org.qibu.implementation.emergency;

import java.security.Principal;
import java.time.Clock;
import java.util.LinkedHashMap;
import org.qibu.engine.FormRefused;
import org.qibu.engine.MatterLock;
import org.qibu.engine.NotYourTask;
import org.qibu.engine.PlainInput;
import org.qibu.engine.identity.Accounts.Account;
import org.qibu.matter.Matter;
import org.qibu.matter.Timeline;
import org.qibu.matter.access.NotNow;
import org.qibu.matter.access.NothingThere;
import org.qibu.matter.access.StaffAccess;
import org.qibu.matter.contract.DeliberationElements;
import org.qibu.matter.correspondence.Correspondence;
import org.qibu.matter.form.Records;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is done at once where people or homes are in danger, before anybody met or voted; it is written down so that the
 * meeting and the accounts know of it (Civil Code art. 281 for repairs paid from the maintenance fund).
 */
@Service
class EmergencyWork {

    static final String FORM = "emergency-work";

    private static final String[] WHO = {"residents-committee", "grid-staff", "property-firm", "two-committees"};
    private static final int LONGEST = 1_000;

    private final MatterLock lock;
    private final StaffAccess staffAccess;
    private final Records records;
    private final Timeline timeline;
    private final Correspondence correspondence;
    private final Clock clock;

    EmergencyWork(
            MatterLock lock,
            StaffAccess staffAccess,
            Records records,
            Timeline timeline,
            Correspondence correspondence,
            Clock clock) {
        this.lock = lock;
        this.staffAccess = staffAccess;
        this.records = records;
        this.timeline = timeline;
        this.correspondence = correspondence;
        this.clock = clock;
    }

    /**
     * Writes down what was done at once and tells the proposer that something was.
     *
     * @throws NothingThere when the matter is not of the user's communities
     * @throws NotYourTask when the user is not among those who act on the spot
     * @throws NotNow when the matter is no open emergency
     * @throws FormRefused when the text is missing or too long
     */
    @Transactional
    public Matter note(String matterNo, String text, Principal user) {
        lock.hold(matterNo);
        var view = staffAccess.open(matterNo, user);
        if (!view.account().isIn(WHO)) {
            throw new NotYourTask("先行处置由社区、网格或物业人员登记。");
        }
        if (!isUrgent(view.matter())) {
            throw new NotNow("只有正在办理的紧急事项可以登记先行处置。");
        }
        keep(view.matter(), checked(text), view.account());
        return view.matter();
    }

    /** Whether this user can write down such work now. */
    boolean isOpenTo(Matter matter, Principal user) {
        return isUrgent(matter)
                && staffAccess.isOf(matter.communityCode(), user)
                && staffAccess
                        .account(user)
                        .filter(account -> account.isIn(WHO))
                        .isPresent();
    }

    private static boolean isUrgent(Matter matter) {
        return !matter.isClosed() && matter.isEmergency();
    }

    private static String checked(String text) {
        var faults = new FormRefused.Collector();
        var said = PlainInput.checked(text == null ? "" : text, "text", "“先行处置”", faults);
        faults.check(!said.isEmpty(), "text", "请写明先做了什么、谁做的、什么时候做的。");
        faults.check(said.codePointCount(0, said.length()) <= LONGEST, "text", "“先行处置”最多写 " + LONGEST + " 个字。");
        faults.refuseIfAny();
        return said;
    }

    private void keep(Matter matter, String text, Account actor) {
        var values = new LinkedHashMap<String, Object>();
        values.put("text", text);
        records.record(matter, FORM, DeliberationElements.CALL_IMPLEMENTATION, null, actor.id(), values);
        timeline.tell(matter, actor.id(), "emergencyWork");
        correspondence.tellStatus(matter, "emergencyWork:" + clock.instant().toEpochMilli(), "emergencyWork");
    }
}
