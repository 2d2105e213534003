package org.qibu.engine.gate.bpmn;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.qibu.engine.gate.finding.Findings;
import org.qibu.engine.gate.finding.SafeXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Whether each result a process sets is one for which it, or whoever calls it, has a way on, and whether a process of the
 * program still sets what its callers take from it and still takes what it took: that only grows.
 */
public final class ResultRules {

    private static final Pattern SET =
            Pattern.compile("routing\\.set\\(\\s*execution\\s*,\\s*'(\\w+)'\\s*,\\s*'([^']+)'\\s*\\)");
    private static final Pattern IS = Pattern.compile("(\\w+)\\s*==\\s*'([^']*)'");

    private final Contract contract;
    private final Findings findings;

    /** What the models around one rely on. */
    public interface Contract {

        /** The values with a way on, in a process and in those that call it; empty where all have one. */
        Set<String> taken(String process, String variable);

        /** What the program's version of a process sets and its callers take from it. */
        Set<String> promised(String process);

        /** The values for which the program's version of a process has a way on, by the name of the variable. */
        Map<String, Set<String>> takenByOwn(String process);
    }

    public ResultRules(Contract contract, Findings findings) {
        this.contract = contract;
        this.findings = findings;
    }

    /** @param facts what the model says */
    public void check(String file, Document model, ModelFacts facts) {
        SafeXml.elements(model).stream()
                .filter(each -> "process".equals(each.getLocalName()))
                .forEach(process -> checkKept(file, process, facts));
        // what a process begins with is replaced before it is asked for
        SafeXml.elements(model).stream()
                .filter(element -> !isAtStart(element))
                .forEach(element -> EvaluatedText.of(element)
                        .forEach(text -> SET.matcher(text.text()).results().forEach(set -> check(file, element, set))));
    }

    private static boolean isAtStart(Element listener) {
        for (var at = listener.getParentNode(); at instanceof Element holder; at = at.getParentNode()) {
            if ("startEvent".equals(holder.getLocalName())) {
                return true;
            }
        }
        return false;
    }

    private void check(String file, Element element, MatchResult set) {
        var known = contract.taken(ModelFacts.processOf(element), set.group(1));
        if (!known.isEmpty() && !known.contains(set.group(2))) {
            findings.add(
                    file,
                    ModelPlaces.of(element),
                    "的结果 " + set.group(1) + " “" + set.group(2) + "”没有流程接得住，事项会停在后面的网关上，可用的有 "
                            + String.join("、", known));
        }
    }

    private void checkKept(String file, Element process, ModelFacts facts) {
        var id = process.getAttribute("id");
        var unset = new TreeSet<>(contract.promised(id));
        unset.removeAll(facts.sets());
        if (!unset.isEmpty()) {
            findings.add(
                    file,
                    ModelPlaces.of(process),
                    "不再给出 " + String.join("、", unset) + "，调用它的流程要靠它往下走，请在结束事件上照原来的样子写 ${routing.set(…)}");
        }
        var now = facts.taken().getOrDefault(id, Map.of());
        contract.takenByOwn(id).forEach((name, values) -> {
            var lost = new TreeSet<>(values);
            lost.removeAll(now.getOrDefault(name, values));
            if (!lost.isEmpty()) {
                findings.add(
                        file,
                        ModelPlaces.of(process),
                        "里 " + name + " 为 " + String.join("、", lost) + " 时没有路可走，请补上条件，或给网关设一条默认出线");
            }
        });
    }

    /** By the name of a variable, the values for which a gateway has a way; none where it has one for all else. */
    static Map<String, Set<String>> taken(Element gateway) {
        var conditions = gateway.getAttribute("default").isBlank() ? conditions(gateway) : List.<String>of();
        var taken = new TreeMap<String, Set<String>>();
        conditions.forEach(condition -> IS.matcher(condition)
                .results()
                .forEach(is -> taken.computeIfAbsent(is.group(1), name -> new TreeSet<>())
                        .add(is.group(2))));
        taken.keySet()
                .removeIf(name -> !conditions.stream()
                        .allMatch(condition -> IS.matcher(condition)
                                .results()
                                .anyMatch(is -> is.group(1).equals(name))));
        return taken;
    }

    private static List<String> conditions(Element gateway) {
        var flows = SafeXml.elements(gateway.getOwnerDocument()).stream()
                .filter(each -> "sequenceFlow".equals(each.getLocalName()))
                .filter(each -> gateway.getAttribute("id").equals(each.getAttribute("sourceRef")))
                .toList();
        var conditions = flows.stream()
                .flatMap(flow -> SafeXml.children(flow, "conditionExpression").stream())
                .map(SafeXml::ownText)
                .collect(Collectors.toList());
        return conditions.size() == flows.size() ? conditions : List.of();
    }
}
