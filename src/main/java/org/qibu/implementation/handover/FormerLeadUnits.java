package org.qibu.implementation.handover;

import java.util.HashSet;
import java.util.Set;
import org.qibu.matter.form.Records;
import org.springframework.stereotype.Component;

/** The units that led the work on a matter until it was handed over. */
@Component
class FormerLeadUnits {

    private final Records records;

    FormerLeadUnits(Records records) {
        this.records = records;
    }

    /** Their codes; empty where nothing was handed over. */
    Set<String> of(String matterNo) {
        var units = new HashSet<String>();
        records.of(matterNo).stream()
                .filter(record -> record.form().equals(HandOver.FORM))
                .forEach(record -> units.add(record.values().text("formerUnit")));
        return units;
    }
}
