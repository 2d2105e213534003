package org.qibu.engine.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qibu.engine.FileDemand;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormRefused;
import org.qibu.engine.spi.FileLedger;
import org.springframework.stereotype.Component;

/** Shows in a form which files it asks for and which came in, and lets nobody complete it without those it needs. */
@Component
public class FileDemands {

    private final FileLedger ledger;
    private final Visibility visibility = new Visibility();

    FileDemands(FileLedger ledger) {
        this.ledger = ledger;
    }

    /** What the form asks for, and how much of it is there. */
    public List<FileDemand.Met> met(FormCase form, FormDefinition definition) {
        return definition.files().stream()
                .map(demand -> new FileDemand.Met(demand, ledger.count(form, demand.kind())))
                .toList();
    }

    /** A sentence for each kind, as the form shows it under {@code files_} and the kind. */
    Map<String, Object> sentences(FormCase form, FormDefinition definition) {
        var sentences = new HashMap<String, Object>();
        met(form, definition)
                .forEach(met -> sentences.put("files_" + met.demand().kind(), sentence(met)));
        return sentences;
    }

    private static String sentence(FileDemand.Met met) {
        var label = met.demand().label();
        if (met.count() > 0) {
            return "**" + label + "**：已上传 " + met.count() + " 个文件。";
        }
        return met.isMissing() ? "**还缺：" + label + "**（必须上传）。请在“事项”页上传。" : "**" + label + "**（没有可不传）：还没有上传，可以在“事项”页上传。";
    }

    /** @throws FormRefused naming every kind that is needed and missing */
    void check(FormCase form, FormDefinition definition, Map<String, Object> values, Map<String, Object> facts) {
        var faults = new FormRefused.Collector();
        met(form, definition).stream()
                .filter(FileDemand.Met::isMissing)
                .map(FileDemand.Met::demand)
                .filter(demand -> visibility.isShown(demand.hides(), definition, values, facts))
                .forEach(demand -> faults.add(demand.kind(), "还缺：" + demand.label() + "。请先在“事项”页上传，再完成任务。"));
        faults.refuseIfAny();
    }
}
