package org.qibu.engine.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** Which groups the deployed models name: whom their tasks are offered to and who may start them. */
@Component
public class ModelGroups {

    private static final Pattern CANDIDATES = Pattern.compile("camunda:candidateGroups=\"([^\"]+)\"");
    /** Groups an expression chooses between. */
    private static final Pattern CHOSEN =
            Pattern.compile("camunda:candidateGroups=\"[^\"]*?'([a-z-]+)', '([a-z-]+)'\\)}");
    /** A bean that says by itself which groups decide. */
    private static final Pattern SAID_BY_A_BEAN = Pattern.compile("camunda:candidateGroups=\"\\$\\{[^\"']+}\"");

    private static final Pattern STARTERS = Pattern.compile("camunda:candidateStarterGroups=\"([^\"]+)\"");
    /** Who may lead a matter, and therefore works on tasks of its lead unit. */
    private static final List<String> LEAD_UNITS = List.of(
            "residents-committee",
            "property-firm",
            "resident-units",
            "owners-committee",
            "department",
            "social-worker");
    /** Between whom the beans of our models choose. */
    private static final List<String> DECIDERS = List.of("two-committees", "subdistrict");

    private final RepositoryService repository;

    ModelGroups(RepositoryService repository) {
        this.repository = repository;
    }

    /** The newest version of every process. */
    List<ProcessDefinition> models() {
        return repository.createProcessDefinitionQuery().latestVersion().list();
    }

    /** The groups to whom the newest versions of these processes may offer a task. */
    public Set<String> candidates(Collection<String> processKeys) {
        var groups = new TreeSet<String>();
        models().stream()
                .filter(model -> processKeys.contains(model.getKey()))
                .forEach(model -> groups.addAll(candidates(model)));
        return groups;
    }

    Set<String> candidates(ProcessDefinition model) {
        var text = source(model);
        var groups = named(CANDIDATES, text);
        CHOSEN.matcher(text).results().forEach(match -> groups.addAll(List.of(match.group(1), match.group(2))));
        if (SAID_BY_A_BEAN.matcher(text).find()) {
            groups.addAll(DECIDERS);
        }
        if (groups.remove("lead-unit")) {
            groups.addAll(LEAD_UNITS);
        }
        return groups;
    }

    Set<String> starters(ProcessDefinition model) {
        return named(STARTERS, source(model));
    }

    private static Set<String> named(Pattern pattern, String model) {
        var groups = new TreeSet<String>();
        pattern.matcher(model)
                .results()
                .flatMap(match -> Arrays.stream(match.group(1).split(",")))
                .map(String::strip)
                .filter(group -> group.matches("[a-z-]+"))
                .forEach(groups::add);
        return groups;
    }

    private String source(ProcessDefinition model) {
        try (var stream = repository.getProcessModel(model.getId())) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
