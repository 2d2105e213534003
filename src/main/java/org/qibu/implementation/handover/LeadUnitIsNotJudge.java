package org.qibu.implementation.handover;

import java.util.Optional;
import java.util.Set;
import org.qibu.community.Organisations;
import org.qibu.engine.spi.SeparationOfDuties;
import org.qibu.implementation.ImplementationElements;
import org.qibu.matter.Matters;
import org.qibu.matter.contract.UserTaskElements;
import org.springframework.stereotype.Component;

/** Nobody of a unit that led the work, to the end or until it was handed over, accepts it, visits or evaluates. */
@Component
class LeadUnitIsNotJudge implements SeparationOfDuties {

    private static final Set<String> JUDGING =
            Set.of(ImplementationElements.TASK_ACCEPT_WORK, UserTaskElements.RETURN_VISIT, UserTaskElements.EVALUATE);

    private final Matters matters;
    private final Organisations organisations;
    private final FormerLeadUnits former;

    LeadUnitIsNotJudge(Matters matters, Organisations organisations, FormerLeadUnits former) {
        this.matters = matters;
        this.organisations = organisations;
        this.former = former;
    }

    @Override
    public Set<String> taskKeys() {
        return JUDGING;
    }

    @Override
    public Set<String> suspect(Set<String> matterNos, String userId) {
        return organisations.hasMember(userId) ? matterNos : Set.of();
    }

    @Override
    public Optional<String> objection(String matterNo, String taskKey, String userId) {
        if (!JUDGING.contains(taskKey)) {
            return Optional.empty();
        }
        var matter = matters.get(matterNo);
        var leading = former.of(matterNo);
        leading.add(matter.leadUnit());
        return organisations.ofAccount(matter.communityCode(), userId).stream().anyMatch(leading::contains)
                ? Optional.of("领办单位的人员不能验收或评议自己办理的事项。")
                : Optional.empty();
    }
}
