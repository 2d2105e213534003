package org.qibu.implementation;

import java.util.Optional;
import java.util.Set;
import org.qibu.community.Organisations;
import org.qibu.engine.SeparationOfDuties;
import org.qibu.matter.Matters;
import org.springframework.stereotype.Component;

/** Nobody of the lead unit accepts its work, pays the return visit or evaluates the result. */
@Component
class LeadUnitIsNotJudge implements SeparationOfDuties {

    private static final Set<String> JUDGING = Set.of("task_acceptWork", "task_returnVisit", "task_evaluate");

    private final Matters matters;
    private final Organisations organisations;

    LeadUnitIsNotJudge(Matters matters, Organisations organisations) {
        this.matters = matters;
        this.organisations = organisations;
    }

    @Override
    public Optional<String> objection(String matterNo, String taskKey, String userId) {
        if (!JUDGING.contains(taskKey)) {
            return Optional.empty();
        }
        var matter = matters.get(matterNo);
        return organisations.ofAccount(matter.communityCode(), userId).contains(matter.leadUnit())
                ? Optional.of("领办单位的人员不能验收或评议自己办理的事项。")
                : Optional.empty();
    }
}
