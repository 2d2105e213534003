package org.qibu.engine.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.qibu.engine.gate.finding.SafeXml;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Which groups the deployed models name: whom their tasks are offered to and who may start them. */
@Component
public class ModelGroups {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    /** Groups an expression chooses between. */
    private static final Pattern CHOSEN = Pattern.compile("'([a-z-]+)', '([a-z-]+)'\\)}");
    /** A bean that says by itself which groups decide. */
    private static final Pattern SAID_BY_A_BEAN = Pattern.compile("\\$\\{[^\"']+}");

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
        var said = attributes(model, "candidateGroups");
        var groups = named(said);
        said.forEach(text -> {
            CHOSEN.matcher(text).results().forEach(match -> groups.addAll(List.of(match.group(1), match.group(2))));
            if (SAID_BY_A_BEAN.matcher(text).matches()) {
                groups.addAll(DECIDERS);
            }
        });
        if (groups.remove("lead-unit")) {
            groups.addAll(LEAD_UNITS);
        }
        return groups;
    }

    Set<String> starters(ProcessDefinition model) {
        return named(attributes(model, "candidateStarterGroups"));
    }

    private static Set<String> named(Collection<String> said) {
        var groups = new TreeSet<String>();
        said.stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(group -> group.matches("[a-z-]+"))
                .forEach(groups::add);
        return groups;
    }

    /** The values of an attribute, under whatever prefix the model has the engine's namespace. */
    private List<String> attributes(ProcessDefinition model, String name) {
        return SafeXml.elements(document(model)).stream()
                .map(element -> element.getAttributeNS(CAMUNDA, name))
                .filter(value -> !value.isBlank())
                .toList();
    }

    private Document document(ProcessDefinition model) {
        try (var stream = repository.getProcessModel(model.getId())) {
            return SafeXml.read(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            throw new IllegalStateException("a deployed model cannot be read: " + model.getId(), e);
        }
    }
}
