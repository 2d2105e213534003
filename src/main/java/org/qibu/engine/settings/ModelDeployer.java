package org.qibu.engine.settings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.qibu.engine.ModelSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Deploys what changed since the last start: shared tables first, then one deployment per process with its own forms and
 * the tables of its folder, so that a running matter keeps the forms it began with.
 */
@Component
public class ModelDeployer {

    private static final Logger log = LoggerFactory.getLogger(ModelDeployer.class);
    private static final Pattern FORM = Pattern.compile("camunda:formRef=\"([a-z0-9-]+)\"");
    private static final Pattern TABLE = Pattern.compile("camunda:decisionRef=\"([a-z0-9-]+)\"");

    private final RepositoryService repository;
    private final ModelSource source;

    ModelDeployer(RepositoryService repository, ModelSource source) {
        this.repository = repository;
        this.source = source;
    }

    /** Deploys; a second call without a change deploys nothing. */
    public void deploy() throws IOException {
        var files = source.files();
        var shared = new TreeMap<String, byte[]>();
        files.forEach((name, content) -> {
            if (name.endsWith(".dmn") && !isBound(name, files)) {
                shared.put(name, content);
            }
        });
        deploy("tables", shared);
        files.forEach((name, content) -> {
            if (name.endsWith(".bpmn")) {
                deploy(simpleName(name), withItsOwn(name, content, files));
            }
        });
    }

    private void deploy(String name, Map<String, byte[]> resources) {
        if (resources.isEmpty()) {
            return;
        }
        var builder = repository.createDeployment().name(name).source("qibu").enableDuplicateFiltering(false);
        resources.forEach((file, content) -> builder.addInputStream(file, new ByteArrayInputStream(content)));
        var deployed = builder.deployWithResult();
        if (deployed.getDeployedProcessDefinitions() != null) {
            deployed.getDeployedProcessDefinitions()
                    .forEach(model -> log.info("Deployed {} version {}", model.getKey(), model.getVersion()));
        }
    }

    private static Map<String, byte[]> withItsOwn(String model, byte[] content, Map<String, byte[]> files) {
        var own = new TreeMap<String, byte[]>();
        own.put(model, content);
        var text = new String(content, StandardCharsets.UTF_8);
        add(own, files, FORM, text, ".form");
        add(own, files, TABLE, text, ".dmn");
        own.keySet().removeIf(name -> name.startsWith("bpmn/shared/") && name.endsWith(".dmn"));
        return own;
    }

    private static void add(
            Map<String, byte[]> own, Map<String, byte[]> files, Pattern reference, String text, String ending) {
        var matcher = reference.matcher(text);
        while (matcher.find()) {
            files.forEach((name, content) -> {
                if (name.endsWith("/" + matcher.group(1) + ending)) {
                    own.put(name, content);
                }
            });
        }
    }

    /** A table is deployed with the process of its folder when that process names it; otherwise it is shared. */
    private static boolean isBound(String table, Map<String, byte[]> files) {
        var folder = table.substring(0, table.lastIndexOf('/') + 1);
        var reference = "camunda:decisionRef=\"" + simpleName(table) + "\"";
        return !folder.equals("bpmn/shared/")
                && files.entrySet().stream()
                        .filter(file -> file.getKey().startsWith(folder)
                                && file.getKey().endsWith(".bpmn"))
                        .anyMatch(file -> new String(file.getValue(), StandardCharsets.UTF_8).contains(reference));
    }

    private static String simpleName(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
    }
}
