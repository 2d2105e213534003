package org.qibu.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.exception.NotValidException;

/** A deployment that the gate does not let through; says per file what stands against it. */
public class ModelRefused extends NotValidException {

    /** How the message begins. */
    public static final String BEGINNING = "部署被拒绝：";

    private final transient List<Finding> findings;

    /**
     * @param message everything that stands against the deployment, for one reader
     * @param findings the same one by one
     */
    public ModelRefused(String message, List<Finding> findings) {
        super(message);
        this.findings = List.copyOf(findings);
    }

    /**
     * Combines the findings against several deployments that were meant to take effect together; each is named once.
     */
    public static ModelRefused together(List<ModelRefused> refusals) {
        if (refusals.size() == 1) {
            return refusals.get(0);
        }
        var findings = refusals.stream()
                .flatMap(refusal -> refusal.findings().stream())
                .distinct()
                .toList();
        var told = refusals.stream()
                .flatMap(refusal ->
                        refusal.getMessage().replaceFirst("^" + BEGINNING, "").lines())
                .distinct()
                .collect(Collectors.joining("\n"));
        return new ModelRefused(BEGINNING + told, findings);
    }

    /**
     * One kind of fault in one file.
     *
     * @param file as it was handed in
     * @param ids of the elements it was found in; empty where it concerns the file as a whole
     * @param sentence in Chinese: where, what, and what to write instead
     */
    public record Finding(String file, List<String> ids, String sentence) {}

    public List<Finding> findings() {
        return findings;
    }
}
