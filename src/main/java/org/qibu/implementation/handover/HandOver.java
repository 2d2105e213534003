package org.qibu.implementation.handover;

import java.security.Principal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import org.qibu.community.Organisation;
import org.qibu.community.Organisations;
import org.qibu.engine.FormRefused;
import org.qibu.engine.MatterLock;
import org.qibu.engine.NotYourTask;
import org.qibu.engine.PlainInput;
import org.qibu.engine.identity.Accounts.Account;
import org.qibu.engine.listener.TaskOffers;
import org.qibu.matter.Matter;
import org.qibu.matter.Matters;
import org.qibu.matter.Step;
import org.qibu.matter.Timeline;
import org.qibu.matter.access.NotNow;
import org.qibu.matter.access.NothingThere;
import org.qibu.matter.access.StaffAccess;
import org.qibu.matter.contract.DeliberationElements;
import org.qibu.matter.contract.PlanFields;
import org.qibu.matter.correspondence.Correspondence;
import org.qibu.matter.form.Records;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sub-district puts another unit in the lead while the work is under way. */
@Service
class HandOver {

    static final String FORM = "hand-over";

    private static final String OFFICE = "subdistrict";
    private static final int LONGEST_REASON = 1_000;

    private final Matters matters;
    private final MatterLock lock;
    private final StaffAccess staffAccess;
    private final Organisations organisations;
    private final TaskOffers offers;
    private final Records records;
    private final Timeline timeline;
    private final Correspondence correspondence;
    private final Clock clock;

    HandOver(
            Matters matters,
            MatterLock lock,
            StaffAccess staffAccess,
            Organisations organisations,
            TaskOffers offers,
            Records records,
            Timeline timeline,
            Correspondence correspondence,
            Clock clock) {
        this.matters = matters;
        this.lock = lock;
        this.staffAccess = staffAccess;
        this.organisations = organisations;
        this.offers = offers;
        this.records = records;
        this.timeline = timeline;
        this.correspondence = correspondence;
        this.clock = clock;
    }

    /**
     * Puts another unit in the lead; its people find the open tasks at once, those of the former unit lose them.
     *
     * @param leadUnit code or name of the new unit
     * @throws NothingThere when the matter is not of the user's communities
     * @throws NotYourTask when the user is not of the sub-district
     * @throws NotNow when no unit leads any work
     * @throws FormRefused when unit or reason cannot be taken
     */
    @Transactional
    public Matter to(String matterNo, String leadUnit, String reason, Principal user) {
        lock.hold(matterNo);
        var view = staffAccess.open(matterNo, user);
        var account = view.account();
        var matter = view.matter();
        if (!account.isIn(OFFICE)) {
            throw new NotYourTask("领办单位由街道更换，您不在街道工作人员之列。");
        }
        if (!isUnderWay(matter)) {
            throw new NotNow("只有正在组织实施、已经定了领办单位的事项，才能更换领办单位。");
        }
        var former = unit(matter, matter.leadUnit());
        var next = checked(matter, leadUnit, reason);
        offers.renew(matterNo, () -> replace(matter, former, next, PlainInput.clean(reason), account));
        tell(matters.get(matterNo), former, next, PlainInput.clean(reason));
        return matters.get(matterNo);
    }

    /** The units the work can be handed to, as this user sees it; empty where they cannot hand it over. */
    List<Organisation> choices(Matter matter, Principal user) {
        var mayHandOver = isUnderWay(matter)
                && staffAccess.isOf(matter.communityCode(), user)
                && staffAccess
                        .account(user)
                        .filter(account -> account.isIn(OFFICE))
                        .isPresent();
        return mayHandOver
                ? organisations.of(matter.communityCode()).stream()
                        .filter(unit -> !unit.code().equals(matter.leadUnit()))
                        .toList()
                : List.of();
    }

    private static boolean isUnderWay(Matter matter) {
        return !matter.isClosed() && !matter.isInstant() && matter.step() == Step.S5 && matter.leadUnit() != null;
    }

    private Organisation checked(Matter matter, String leadUnit, String reason) {
        var faults = new FormRefused.Collector();
        var next = organisations.find(matter.communityCode(), leadUnit == null ? "" : leadUnit.strip());
        faults.check(next.isPresent(), PlanFields.LEAD_UNIT, "没有找到这个单位，请从列表中选择。");
        next.ifPresent(unit -> faults.check(
                !unit.code().equals(matter.leadUnit()), PlanFields.LEAD_UNIT, "现在就由" + unit.name() + "领办，请选择另一个单位。"));
        var said = PlainInput.checked(reason == null ? "" : reason, "reason", "“理由”", faults);
        faults.check(!said.isEmpty(), "reason", "请写明更换领办单位的理由。");
        faults.check(
                said.codePointCount(0, said.length()) <= LONGEST_REASON, "reason", "理由最多写 " + LONGEST_REASON + " 个字。");
        faults.refuseIfAny();
        return next.orElseThrow();
    }

    private Organisation unit(Matter matter, String code) {
        return organisations
                .find(matter.communityCode(), code)
                .orElseGet(() -> new Organisation(matter.communityCode(), code, code, "", "", "REGISTERED"));
    }

    private void replace(Matter matter, Organisation former, Organisation next, String reason, Account actor) {
        matters.handOver(matter.matterNo(), next.code());
        var values = new LinkedHashMap<String, Object>();
        values.put("formerUnit", former.code());
        values.put(PlanFields.LEAD_UNIT, next.code());
        values.put("handOverReason", reason);
        records.record(matter, FORM, DeliberationElements.CALL_IMPLEMENTATION, null, actor.id(), values);
        timeline.tell(matter, actor.id(), "handedOver", former.name(), next.name());
    }

    private void tell(Matter matter, Organisation former, Organisation next, String reason) {
        var occasion = "handedOver:" + clock.instant().toEpochMilli();
        correspondence.tellOrganisation(matter, former, occasion + ":from", "handedOver.from", next.name(), reason);
        correspondence.tellOrganisation(matter, next, occasion + ":to", "handedOver.to", former.name(), reason);
        correspondence.tellStatus(matter, occasion, "handedOver", former.name(), next.name());
    }
}
