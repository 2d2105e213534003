package org.qibu.engine.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qibu.engine.ModelRefused;
import org.qibu.engine.ModelRefused.Finding;
import org.qibu.engine.models.ModelFile.Kind;

/**
 * Puts together what somebody sent and what runs today: a process that was sent takes the forms and tables that were not
 * sent from its running version; a form or table that was sent alone makes a new version of each process that uses it; a
 * table all share, or nobody asks for yet, makes a new version of the shared tables.
 */
final class ModelAssembly {

    /** The deployment of the tables all share. */
    static final String SHARED = "tables";

    private final RunningModels running;
    private final List<ModelFile> sent;
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Set<ModelFile> used = new LinkedHashSet<>();

    private ModelAssembly(RunningModels running, Collection<ModelFile> sent) {
        this.running = running;
        this.sent = List.copyOf(sent);
    }

    /**
     * What has to be deployed together.
     *
     * @param name of the deployment: the id of its process, or {@link #SHARED}
     * @param files by name
     */
    record Unit(String name, Map<String, ModelFile> files) {

        /** The names of its files that are in force already, byte for byte. */
        Set<String> standing(RunningModels running) {
            return files.values().stream()
                    .filter(file -> running.all().anyMatch(known -> Arrays.equals(known.content(), file.content())))
                    .map(ModelFile::name)
                    .collect(Collectors.toSet());
        }

        /** Whether it is, file by file, what runs already. */
        boolean isRunning(RunningModels running) {
            var today =
                    SHARED.equals(name) ? running.shared() : running.processes().getOrDefault(name, List.of());
            return today.size() == files.size()
                    && today.stream()
                            .allMatch(file -> files.containsKey(file.name())
                                    && Arrays.equals(
                                            file.content(),
                                            files.get(file.name()).content()));
        }
    }

    /**
     * The deployments that put in force what was sent, shared tables first.
     *
     * @param mayBeUnused whether a form for nobody is passed over; a table can be asked by code and over REST all the same
     * @throws ModelRefused naming each form that nobody uses
     */
    static List<Unit> of(RunningModels running, Collection<ModelFile> sent, boolean mayBeUnused) {
        var assembly = new ModelAssembly(running, sent);
        assembly.refuseDoubles();
        assembly.processes();
        assembly.alone();
        assembly.shared();
        assembly.unreadable();
        if (!mayBeUnused) {
            assembly.refuseUnused();
        }
        var units = new ArrayList<Unit>();
        Optional.ofNullable(assembly.units.remove(SHARED)).ifPresent(units::add);
        units.addAll(assembly.units.values());
        return units;
    }

    private void processes() {
        sent.stream()
                .filter(file -> file.kind() == Kind.PROCESS && !file.ids().isEmpty())
                .forEach(model -> {
                    used.add(model);
                    var known = model.ids().stream()
                            .flatMap(id -> running.model(id).stream())
                            .findFirst();
                    unit(known.map(file -> model.named(file.name())).orElse(model));
                });
    }

    private void alone() {
        var alone = sent.stream().filter(file -> !used.contains(file)).toList();
        for (var process : running.processes().entrySet()) {
            var model = process.getValue().get(0);
            var concerned = alone.stream().anyMatch(file -> isOwn(file, model));
            if (concerned && units.values().stream().noneMatch(unit -> isOf(unit, process.getKey()))) {
                unit(model);
            }
        }
    }

    private static boolean isOwn(ModelFile file, ModelFile model) {
        var asked = file.kind() == Kind.FORM ? model.forms() : model.tables();
        return file.ids().stream().anyMatch(asked::contains);
    }

    private static boolean isOf(Unit unit, String process) {
        return unit.files().values().stream().anyMatch(file -> file.kind() == Kind.PROCESS && file.defines(process));
    }

    private void unit(ModelFile model) {
        var files = new TreeMap<String, ModelFile>();
        files.put(model.name(), model);
        model.forms().forEach(form -> add(files, Kind.FORM, form, model));
        model.tables().forEach(table -> add(files, Kind.TABLE, table, model));
        var name = model.ids().iterator().next();
        units.put(name, new Unit(name, files));
    }

    private void add(Map<String, ModelFile> files, Kind kind, String id, ModelFile model) {
        var today = running.find(kind, id, model.ids());
        var given = sent.stream()
                .filter(file -> file.kind() == kind && file.defines(id))
                .findFirst();
        given.ifPresent(used::add);
        given.map(file -> today.map(known -> file.named(known.name())).orElse(file))
                .or(() -> today)
                .ifPresent(file -> files.put(file.name(), file));
    }

    private void shared() {
        var changed = sent.stream()
                .filter(file -> file.kind() == Kind.TABLE && !file.ids().isEmpty())
                .filter(file -> isShared(file) || !used.contains(file))
                .toList();
        if (!changed.isEmpty()) {
            var files = new TreeMap<String, ModelFile>();
            running.shared().forEach(file -> files.put(file.name(), file));
            changed.forEach(file -> {
                used.add(file);
                var known = running.shared().stream()
                        .filter(today -> today.ids().stream().anyMatch(file::defines))
                        .findFirst();
                var named = known.map(today -> file.named(today.name())).orElse(file);
                files.put(named.name(), named);
            });
            units.put(SHARED, new Unit(SHARED, files));
        }
    }

    private boolean isShared(ModelFile table) {
        var known =
                running.shared().stream().anyMatch(today -> today.ids().stream().anyMatch(table::defines));
        var asked = Stream.concat(sent.stream(), running.all())
                .anyMatch(model -> model.sharedTables().stream().anyMatch(table::defines));
        return known || asked;
    }

    /** What cannot be read goes to the gate with the rest, which says why. */
    private void unreadable() {
        sent.stream().filter(file -> file.ids().isEmpty()).forEach(file -> {
            used.add(file);
            if (units.isEmpty()) {
                units.put(file.name(), new Unit(file.name(), new TreeMap<>()));
            }
            units.values().iterator().next().files().put(file.name(), file);
        });
    }

    /** Of two files that define the same only one could be in force. */
    private void refuseDoubles() {
        var findings = new ArrayList<Finding>();
        for (var file : sent) {
            sent.stream()
                    .filter(other -> other != file && other.kind() == file.kind())
                    .filter(other -> file.name().compareTo(other.name()) < 0)
                    .filter(other -> file.ids().stream().anyMatch(other::defines))
                    .forEach(other -> findings.add(new Finding(
                            file.name(),
                            List.copyOf(file.ids()),
                            "和 " + other.name() + " 里有同一个编号“"
                                    + file.ids().stream()
                                            .filter(other::defines)
                                            .findFirst()
                                            .orElseThrow()
                                    + "”，只能留一个。")));
        }
        refuse(findings);
    }

    private static void refuse(List<Finding> findings) {
        if (!findings.isEmpty()) {
            var told = findings.stream()
                    .map(finding -> finding.file() + "：" + finding.sentence())
                    .toList();
            throw new ModelRefused(ModelRefused.BEGINNING + String.join("\n", told), findings);
        }
    }

    private void refuseUnused() {
        var findings = sent.stream()
                .filter(file -> !used.contains(file))
                .map(file -> new Finding(
                        file.name(), List.copyOf(file.ids()), "没有流程用到表单“" + String.join("、", file.ids()) + "”，请一起部署。"))
                .toList();
        refuse(findings);
    }
}
