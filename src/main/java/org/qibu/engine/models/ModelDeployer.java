package org.qibu.engine.models;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.qibu.engine.ModelRefused;
import org.qibu.engine.ModelSource;
import org.qibu.engine.models.ModelAssembly.Unit;
import org.qibu.text.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts in force, at a start, what changed in the program's own files since the last one; a file that an admin changed
 * meanwhile stays as the admin left it.
 */
@Component
public class ModelDeployer {

    private static final Logger log = LoggerFactory.getLogger(ModelDeployer.class);

    private final ModelRelease release;
    private final ModelSource source;
    private final PackedOrigins origins;
    private final ModelConflicts conflicts;

    ModelDeployer(ModelRelease release, ModelSource source, PackedOrigins origins, ModelConflicts conflicts) {
        this.release = release;
        this.source = source;
        this.origins = origins;
        this.conflicts = conflicts;
    }

    /**
     * Deploys; a second call without a change deploys nothing.
     *
     * @throws ModelRefused when a file of the program's own, or of the directory that replaces them, does not pass the gate
     */
    public void deploy() throws IOException {
        var packed = source.files();
        var running = release.running();
        var changed = new TreeMap<>(packed);
        var before = origins.all();
        changed.entrySet().removeIf(file -> !isToBeDeployed(file.getKey(), file.getValue(), running, before));
        var files = ModelRelease.files(changed);
        ModelAssembly.of(running, files, true).forEach(unit -> deploy(unit, files, running, packed));
        origins.keep(packed);
    }

    private boolean isToBeDeployed(String name, byte[] content, RunningModels running, Map<String, String> before) {
        var file = ModelFile.read(name, content);
        var today = running.all()
                .filter(known ->
                        known.kind() == file.kind() && known.ids().stream().anyMatch(file::defines))
                .map(ModelFile::content)
                .filter(known -> !Arrays.equals(known, content))
                .map(Sha256::hex)
                .toList();
        if (today.isEmpty()) {
            return running.all().noneMatch(known -> Arrays.equals(known.content(), content));
        }
        var last = before.get(name);
        if (last == null || today.stream().allMatch(last::equals)) {
            return true;
        }
        if (!last.equals(Sha256.hex(content))) {
            log.warn(
                    "{} came new with the program and was changed by a process admin as well; the admin's stays in force. "
                            + "A process admin decides at /staff/processes.",
                    name);
            conflicts.note(name, running, "");
        }
        return false;
    }

    /** What an admin drew must not keep the program from starting; what came with it must be right. */
    private void deploy(Unit unit, List<ModelFile> files, RunningModels running, Map<String, byte[]> packed) {
        try {
            release.deploy(now -> assembled(unit.name(), files, now), ModelRelease.PACKED);
        } catch (ModelRefused refused) {
            if (isAllPacked(unit, packed)) {
                throw refused;
            }
            log.error(
                    "{} stays as it runs, since what came new with the program does not go with what a process admin "
                            + "changed: {}",
                    unit.name(),
                    refused.getMessage());
            unit.files().values().stream()
                    .filter(file -> Arrays.equals(file.content(), packed.get(file.name())))
                    .forEach(file -> conflicts.note(file.name(), running, refused.getMessage()));
        }
    }

    private static List<Unit> assembled(String name, List<ModelFile> files, RunningModels running) {
        return ModelAssembly.of(running, files, true).stream()
                .filter(unit -> unit.name().equals(name))
                .toList();
    }

    private static boolean isAllPacked(Unit unit, Map<String, byte[]> packed) {
        return unit.files().values().stream()
                .allMatch(file -> Arrays.equals(file.content(), packed.getOrDefault(file.name(), new byte[0])));
    }
}
