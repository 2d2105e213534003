package org.qibu.engine.gate;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.qibu.engine.FormRefused;
import org.qibu.engine.feel.SafeFeel;
import org.qibu.engine.gate.dmn.TableEngine;
import org.qibu.engine.gate.dmn.TableRules;
import org.qibu.engine.gate.finding.Findings;
import org.qibu.engine.gate.finding.SafeXml;
import org.qibu.engine.gate.finding.XmlFault;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;

/** Reads a decision table nobody deployed yet, past the same gate, so that its effect can be shown first. */
@Component
@NamedInterface("gate")
public class TrialTables {

    private static final int LARGEST = 1_000_000;
    private static final SafeFeel FEEL = new SafeFeel();

    private final DmnEngine engine = TableEngine.forTrials();

    /**
     * A table to try.
     *
     * @param key of the decision
     * @param table facts in, the outputs of the first matching row out; no outputs where none matches
     */
    @NamedInterface("gate")
    public record Trial(String key, Function<Map<String, Object>, Map<String, Object>> table) {}

    /**
     * Reads a table of one of these keys.
     *
     * @throws FormRefused in words for whoever handed it in, when it cannot be used
     */
    public Trial read(String file, byte[] source, Set<String> keys) {
        check(file, source);
        var found = parse(source).stream()
                .filter(decision -> keys.contains(decision.getKey()))
                .findFirst()
                .orElseThrow(() -> refused("文件里没有 " + String.join("、", keys) + " 这样的判定表。"));
        return new Trial(found.getKey(), facts -> evaluate(found, facts));
    }

    /**
     * A table that is in force, to be asked apart from the engine's transaction, which a failure of the table would undo.
     *
     * @throws FormRefused when it cannot be read; so does the table when it is asked and cannot be calculated
     */
    public Trial inForce(String key, byte[] source) {
        var found = parse(source).stream()
                .filter(decision -> key.equals(decision.getKey()))
                .findFirst()
                .orElseThrow(() -> refused("没有名为 " + key + " 的判定表。"));
        return new Trial(key, facts -> evaluate(found, facts));
    }

    private static void check(String file, byte[] source) {
        if (source.length > LARGEST) {
            throw refused("文件超过 1 MB。");
        }
        var findings = new Findings();
        try {
            new TableRules(FEEL, findings).check(file, SafeXml.read(source));
        } catch (SAXException e) {
            findings.add(file, XmlFault.of(e, source).inWords());
        }
        if (!findings.isEmpty()) {
            throw refused(findings.told());
        }
    }

    private List<DmnDecision> parse(byte[] source) {
        try {
            return engine.parseDecisions(new ByteArrayInputStream(source));
        } catch (DmnEngineException e) {
            throw refused("这不是可以读取的 DMN 文件。");
        }
    }

    private Map<String, Object> evaluate(DmnDecision decision, Map<String, Object> facts) {
        try {
            var rows = engine.evaluateDecisionTable(decision, facts);
            return rows.isEmpty() ? Map.of() : rows.getFirstResult().getEntryMap();
        } catch (DmnEngineException | FeelException e) {
            throw refused("判定表不能计算，请检查表中的写法。");
        }
    }

    private static FormRefused refused(String sentence) {
        return new FormRefused("table", sentence);
    }
}
