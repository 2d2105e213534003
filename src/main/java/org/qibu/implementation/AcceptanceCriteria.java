package org.qibu.implementation;

import java.util.List;
import java.util.Map;
import org.qibu.engine.FormRefused;
import org.qibu.matter.contract.AcceptWorkFields;

/** The criteria a work is accepted by, judged one by one. */
record AcceptanceCriteria(List<Map<String, Object>> judged) {

    boolean areAllMet() {
        return judged.stream().allMatch(criterion -> Boolean.TRUE.equals(criterion.get("met")));
    }

    void check(List<String> planned, boolean accepted) {
        var faults = new FormRefused.Collector();
        var texts = judged.stream().map(criterion -> criterion.get("text")).toList();
        planned.stream()
                .filter(text -> !texts.contains(text))
                .findFirst()
                .ifPresent(text -> faults.add(AcceptWorkFields.CRITERIA, "方案中的标准“" + text + "”还没有验收，请逐条填写。"));
        faults.check(!accepted || areAllMet(), AcceptWorkFields.ACCEPTED, "有标准没有达到，不能验收通过；请取消勾选“验收通过”，退回整改。");
        faults.refuseIfAny();
    }
}
