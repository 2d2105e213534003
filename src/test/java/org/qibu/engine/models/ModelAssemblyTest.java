package org.qibu.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.qibu.engine.ModelRefused;

/** What is sent alone takes effect with the other files as they run today, or is refused; never taken without effect. */
class ModelAssemblyTest {

    private static final ModelFile PROCESS = process("bpmn/a/alpha.bpmn", "alpha", "duty", "route");
    private static final ModelFile OTHER = process("bpmn/b/beta.bpmn", "beta", "duty", "");
    private static final ModelFile DUTY = form("forms/a/duty.form", "duty", "old");
    private static final ModelFile ROUTE = table("bpmn/a/route.dmn", "route", "old");
    private static final ModelFile DEADLINES = table("bpmn/shared/deadlines.dmn", "deadlines", "old");
    private static final ModelFile LADDER = table("bpmn/shared/ladder.dmn", "ladder", "old");

    private final RunningModels running = new RunningModels(
            Map.of("alpha", List.of(PROCESS, DUTY, ROUTE), "beta", List.of(OTHER, DUTY)),
            List.of(DEADLINES, LADDER),
            Set.of());

    @Test
    void aFormAloneMakesANewVersionOfEachProcessThatUsesIt() {
        var units = ModelAssembly.of(running, List.of(form("duty.form", "duty", "new")), false);

        assertThat(units).extracting(ModelAssembly.Unit::name).containsExactlyInAnyOrder("alpha", "beta");
        assertThat(unit(units, "alpha").files()).containsOnlyKeys(PROCESS.name(), DUTY.name(), ROUTE.name());
        assertThat(text(unit(units, "alpha"), DUTY.name())).contains("new");
        assertThat(text(unit(units, "alpha"), ROUTE.name())).contains("old");
        assertThat(units).noneMatch(unit -> unit.isRunning(running));
    }

    @Test
    void aTableAloneMakesANewVersionOfItsProcess() {
        var units = ModelAssembly.of(running, List.of(table("route.dmn", "route", "new")), false);

        assertThat(units).extracting(ModelAssembly.Unit::name).containsExactly("alpha");
        assertThat(text(unit(units, "alpha"), ROUTE.name())).contains("new");
    }

    @Test
    void aTableAllShareTakesTheOthersAlong() {
        var units = ModelAssembly.of(running, List.of(table("deadlines.dmn", "deadlines", "new")), false);

        assertThat(units).extracting(ModelAssembly.Unit::name).containsExactly("tables");
        assertThat(text(unit(units, "tables"), DEADLINES.name())).contains("new");
        assertThat(text(unit(units, "tables"), LADDER.name())).contains("old");
    }

    @Test
    void aModelAloneTakesItsFormsAndTablesAlong() {
        var units = ModelAssembly.of(running, List.of(process("alpha.bpmn", "alpha", "duty", "route")), false);

        assertThat(unit(units, "alpha").files()).containsOnlyKeys(PROCESS.name(), DUTY.name(), ROUTE.name());
    }

    @Test
    void aFormSentWithAModelChangesNoOtherProcess() {
        var units = ModelAssembly.of(
                running, List.of(process("gamma.bpmn", "gamma", "duty", ""), form("duty.form", "duty", "new")), false);

        assertThat(units).extracting(ModelAssembly.Unit::name).containsExactly("gamma");
    }

    @Test
    void twoFilesOfOneProcessMakeOneVersion() {
        var units = ModelAssembly.of(
                running, List.of(form("duty.form", "duty", "new"), table("route.dmn", "route", "new")), false);

        assertThat(units).extracting(ModelAssembly.Unit::name).containsExactlyInAnyOrder("alpha", "beta");
        assertThat(text(unit(units, "alpha"), ROUTE.name())).contains("new");
    }

    @Test
    void aTableNobodyAsksForYetJoinsTheSharedOnes() {
        var units = ModelAssembly.of(running, List.of(table("other.dmn", "other", "")), false);

        assertThat(units).extracting(ModelAssembly.Unit::name).containsExactly(ModelAssembly.SHARED);
        assertThat(units.get(0).files()).containsKey("other.dmn");
    }

    @Test
    void aFormNoProcessUsesIsRefusedByName() {
        assertThatThrownBy(() -> ModelAssembly.of(running, List.of(form("other.form", "other", "")), false))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining("没有流程用到表单“other”，请一起部署。");
    }

    @Test
    void whatCannotBeReadGoesToTheGate() {
        var broken = ModelFile.read("duty.form", "{".getBytes(StandardCharsets.UTF_8));
        var units = ModelAssembly.of(running, List.of(broken), false);

        assertThat(units)
                .singleElement()
                .satisfies(unit -> assertThat(unit.files()).containsOnlyKeys("duty.form"));
    }

    @Test
    void theSameFilesAgainAreWhatRuns() {
        var units = ModelAssembly.of(running, List.of(DUTY, DEADLINES), false);

        assertThat(units).hasSize(3).allMatch(unit -> unit.isRunning(running));
    }

    @Test
    void aNameInCapitalsIsTakenForWhatItIs() {
        assertThat(ModelFile.read("Duty.BPMN", PROCESS.content()).name()).isEqualTo("Duty.bpmn");
        assertThat(ModelFile.read("Duty.BPMN", PROCESS.content()).forms()).containsExactly("duty");
    }

    private static ModelAssembly.Unit unit(List<ModelAssembly.Unit> units, String name) {
        return units.stream()
                .filter(unit -> unit.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String text(ModelAssembly.Unit unit, String file) {
        return new String(unit.files().get(file).content(), StandardCharsets.UTF_8);
    }

    private static ModelFile process(String name, String id, String form, String table) {
        return read(
                name,
                "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'",
                " xmlns:c='http://camunda.org/schema/1.0/bpmn'><process id='" + id + "'><userTask id='t' c:formRef='"
                        + form,
                "'/><businessRuleTask id='r' c:decisionRefBinding='deployment' c:decisionRef='" + table,
                "'/></process></definitions>");
    }

    private static ModelFile table(String name, String id, String label) {
        return read(name, "<definitions><decision id='" + id + "' name='" + label + "'/></definitions>");
    }

    private static ModelFile form(String name, String id, String label) {
        return read(name, "{\"id\":\"" + id + "\",\"label\":\"" + label + "\"}");
    }

    private static ModelFile read(String name, String... parts) {
        return ModelFile.read(name, String.join("", Arrays.asList(parts)).getBytes(StandardCharsets.UTF_8));
    }
}
