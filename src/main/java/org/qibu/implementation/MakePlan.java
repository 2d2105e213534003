package org.qibu.implementation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qibu.community.Organisations;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
import org.qibu.matter.action.PlannedActions;
import org.qibu.matter.contract.PlanFields;
import org.springframework.stereotype.Component;

/** Who leads, what is done by when, and by what it will be judged. */
@Component
class MakePlan implements FormHandler {

    private final Matters matters;
    private final PlannedActions actions;
    private final Organisations organisations;
    private final LastPlan lastPlan;
    private final Timeline timeline;

    MakePlan(
            Matters matters,
            PlannedActions actions,
            Organisations organisations,
            LastPlan lastPlan,
            Timeline timeline) {
        this.lastPlan = lastPlan;
        this.matters = matters;
        this.actions = actions;
        this.organisations = organisations;
        this.timeline = timeline;
    }

    @Override
    public String formId() {
        return ImplementationForms.PLAN;
    }

    @Override
    public Optional<String> whyFinal() {
        return Optional.empty();
    }

    @Override
    public Set<String> choices() {
        return Set.of("leadUnitOptions");
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        var values = new HashMap<String, Object>();
        values.put("leadUnitOptions", leadUnits(form.communityCode()));
        values.put(PlanFields.LEAD_UNIT, matters.get(form.matterNo()).leadUnit());
        values.putAll(lastPlan.of(form));
        return values;
    }

    private List<Map<String, String>> leadUnits(String community) {
        return organisations.of(community).stream()
                .map(unit -> Map.of("label", unit.name(), "value", unit.code()))
                .toList();
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var faults = new FormRefused.Collector();
        var leadUnit = organisations.find(form.communityCode(), values.text(PlanFields.LEAD_UNIT));
        faults.check(leadUnit.isPresent(), PlanFields.LEAD_UNIT, "没有找到这个领办单位，请从列表中选择。");
        var planned = new PlanRows(faults).read(values.rows(PlanFields.ACTIONS));
        faults.refuseIfAny();
        var matter = matters.get(form.matterNo());
        matters.handOver(matter.matterNo(), leadUnit.orElseThrow().code());
        actions.plan(matter, planned);
        timeline.tell(matter, form.userId(), "planned", leadUnit.orElseThrow().name(), planned.size());
        return Map.of();
    }
}
