package org.qibu.engine.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.task.Task;
import org.qibu.engine.form.FormDefinition;
import org.qibu.engine.form.FormUnreadable;
import org.qibu.engine.identity.AsSystem;
import org.springframework.stereotype.Component;

/** The form that belongs to a task or a start, as it was deployed with its process. */
@Component
public class FormLibrary {

    private final ProcessEngine engine;
    private final AsSystem asSystem;
    private final Map<String, Optional<FormDefinition>> read = new ConcurrentHashMap<>();

    FormLibrary(ProcessEngine engine, AsSystem asSystem) {
        this.engine = engine;
        this.asSystem = asSystem;
    }

    /** The form of a task; empty where its model gives it none. */
    public Optional<FormDefinition> of(Task task) {
        return read.computeIfAbsent(
                task.getProcessDefinitionId() + "/" + task.getTaskDefinitionKey(),
                key -> asSystem.call(() -> task.getCamundaFormRef() == null
                        ? Optional.empty()
                        : Optional.of(read(forms -> forms.getDeployedTaskForm(task.getId())))));
    }

    /** The start form of a process; empty where it has none. */
    Optional<FormDefinition> ofStart(String definitionId) {
        return read.computeIfAbsent(
                definitionId,
                key -> asSystem.call(
                        () -> forms().getStartFormData(definitionId).getCamundaFormRef() == null
                                ? Optional.empty()
                                : Optional.of(read(forms -> forms.getDeployedStartForm(definitionId)))));
    }

    /** A form where it can be read; what stands against it is told where somebody works with it. */
    public static Optional<FormDefinition> readable(Supplier<Optional<FormDefinition>> form) {
        try {
            return form.get();
        } catch (FormUnreadable | ProcessEngineException unreadable) {
            return Optional.empty();
        }
    }

    private FormDefinition read(Function<FormService, InputStream> source) {
        try (var stream = source.apply(forms())) {
            return FormDefinition.read(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FormService forms() {
        return engine.getFormService();
    }
}
