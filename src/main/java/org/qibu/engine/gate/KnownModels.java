package org.qibu.engine.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.qibu.engine.ModelSource;
import org.xml.sax.SAXException;

/** Collects what a model may refer to: in its own deployment, already deployed, or deployed at every start. */
final class KnownModels {

    /** Stands for the organisation that leads the matter; narrowed to its members when a task is created. */
    private static final String VIRTUAL_GROUP = "lead-unit";

    private final ModelSource source;

    KnownModels(ModelSource source) {
        this.source = source;
    }

    ModelRules.Known with(Map<String, ResourceEntity> resources, Set<String> forms) {
        var here = new HashMap<String, byte[]>();
        resources.forEach((name, resource) -> here.put(name, resource.getBytes()));
        var packed = packed();
        var processes = deployedProcesses();
        processes.addAll(ids(here, "process"));
        processes.addAll(ids(packed, "process"));
        var decisions = deployedDecisions();
        decisions.addAll(ids(packed, "decision"));
        return new ModelRules.Known(groups(), forms, ids(here, "decision"), processes, decisions);
    }

    private Map<String, byte[]> packed() {
        try {
            return source.files();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> ids(Map<String, byte[]> files, String kind) {
        var ids = new TreeSet<String>();
        files.forEach((name, content) -> {
            var isSuch = "process".equals(kind) ? DeploymentGate.isModel(name) : DeploymentGate.isTable(name);
            if (isSuch) {
                ids.addAll(ids(content, kind));
            }
        });
        return ids;
    }

    private static Set<String> ids(byte[] content, String kind) {
        try {
            return SafeXml.elements(SafeXml.read(content)).stream()
                    .filter(each -> kind.equals(each.getLocalName()))
                    .map(each -> each.getAttribute("id"))
                    .collect(Collectors.toSet());
        } catch (SAXException unreadable) {
            return Set.of();
        }
    }

    private static Set<String> deployedProcesses() {
        return Context.getCommandContext()
                .runWithoutAuthorization(() -> Context.getProcessEngineConfiguration()
                        .getRepositoryService()
                        .createProcessDefinitionQuery()
                        .latestVersion()
                        .list()
                        .stream()
                        .map(ProcessDefinition::getKey)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Set<String> deployedDecisions() {
        return Context.getCommandContext()
                .runWithoutAuthorization(() -> Context.getProcessEngineConfiguration()
                        .getRepositoryService()
                        .createDecisionDefinitionQuery()
                        .latestVersion()
                        .list()
                        .stream()
                        .map(DecisionDefinition::getKey)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Set<String> groups() {
        var known = Context.getCommandContext()
                .runWithoutAuthorization(() -> Context.getProcessEngineConfiguration()
                        .getIdentityService()
                        .createGroupQuery()
                        .list());
        var ids = known.stream().map(group -> group.getId()).collect(Collectors.toSet());
        ids.add(VIRTUAL_GROUP);
        return ids;
    }
}
