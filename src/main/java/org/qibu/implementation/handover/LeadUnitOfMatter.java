package org.qibu.implementation.handover;

import java.util.List;
import java.util.Optional;
import org.qibu.community.Organisation;
import org.qibu.community.Organisations;
import org.qibu.engine.spi.LeadUnits;
import org.qibu.matter.Matter;
import org.qibu.matter.Matters;
import org.springframework.stereotype.Component;

/** The people behind a unit group in one matter: those of the unit that leads it, else those of all units of the kind. */
@Component
class LeadUnitOfMatter implements LeadUnits {

    private final Matters matters;
    private final Organisations organisations;
    private final FormerLeadUnits former;

    LeadUnitOfMatter(Matters matters, Organisations organisations, FormerLeadUnits former) {
        this.matters = matters;
        this.organisations = organisations;
        this.former = former;
    }

    @Override
    public List<String> accountsOf(String matterNo, String group) {
        var matter = matters.find(matterNo);
        if (matter.isEmpty()) {
            return List.of();
        }
        var leading = leading(matter.get())
                .filter(unit -> LEAD_UNIT.equals(group) || unit.groupId().equals(group));
        var units = leading.map(List::of).orElseGet(() -> ofGroup(matter.get(), group));
        return units.stream()
                .flatMap(unit -> organisations.members(unit.communityCode(), unit.code()).stream())
                .distinct()
                .toList();
    }

    @Override
    public List<String> formerAccountsOf(String matterNo) {
        return matters.find(matterNo).stream()
                .flatMap(matter -> former.of(matterNo).stream()
                        .flatMap(unit -> organisations.members(matter.communityCode(), unit).stream()))
                .distinct()
                .toList();
    }

    @Override
    public String groupOf(String matterNo, String group) {
        return LEAD_UNIT.equals(group)
                ? matters.find(matterNo)
                        .flatMap(this::leading)
                        .map(Organisation::groupId)
                        .orElse("residents-committee")
                : group;
    }

    private Optional<Organisation> leading(Matter matter) {
        return organisations.of(matter.communityCode()).stream()
                .filter(unit -> unit.code().equals(matter.leadUnit()))
                .findFirst();
    }

    private List<Organisation> ofGroup(Matter matter, String group) {
        return organisations.of(matter.communityCode()).stream()
                .filter(unit -> unit.groupId().equals(group))
                .toList();
    }
}
