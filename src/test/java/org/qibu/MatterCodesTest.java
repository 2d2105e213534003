package org.qibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.qibu.matter.Level;
import org.qibu.matter.Matter;
import org.qibu.matter.MatterStatus;
import org.qibu.matter.MatterType;
import org.qibu.matter.Outcome;
import org.qibu.matter.Party;
import org.qibu.matter.Step;
import org.qibu.matter.Track;
import org.qibu.matter.Urgency;

/** Step, status, outcome, track, urgency and level of a matter are types: their codes stand in them, their labels in one place. */
class MatterCodesTest {

    private static final List<Class<? extends Enum<?>>> KINDS = List.of(
            Step.class,
            MatterStatus.class,
            Outcome.class,
            Track.class,
            MatterType.class,
            Urgency.class,
            Level.class,
            Party.class);

    /** Types in which such a word says something else: the state of a planned action, of a poll. */
    private static final Map<String, Set<String>> OTHER_MEANINGS =
            Map.of("PlannedAction", Set.of("OPEN"), "ReportProgress", Set.of("OPEN"), "Poll", Set.of("OPEN"));

    private static final List<SourceLiterals.Found> LITERALS = new ArrayList<>();

    @BeforeAll
    static void readSources() throws IOException {
        LITERALS.addAll(SourceLiterals.all().stream()
                .filter(literal -> !literal.file().toString().contains("bench"))
                .toList());
    }

    @Test
    void noCodeStandsAsAStringOutsideItsType() {
        var codes = KINDS.stream()
                .flatMap(kind -> Arrays.stream(kind.getEnumConstants()))
                .map(Enum::name)
                .collect(Collectors.toSet());
        var types = KINDS.stream().map(Class::getSimpleName).collect(Collectors.toSet());

        assertThat(LITERALS.stream()
                        .filter(literal -> codes.contains(literal.value()))
                        .filter(literal -> !types.contains(literal.type()))
                        .filter(literal -> !OTHER_MEANINGS
                                .getOrDefault(literal.type(), Set.of())
                                .contains(literal.value())))
                .isEmpty();
    }

    @Test
    void noTypedValueOfAMatterIsAString() {
        assertThat(Stream.of(Matter.class.getRecordComponents())
                        .filter(component -> component.getType() == String.class)
                        .map(component -> component.getName()))
                .doesNotContain(
                        "number", "mergedInto", "step", "status", "outcome", "track", "matterType", "urgency", "level");
    }

    @Test
    void labelsComeFromOnePlace() throws IOException {
        assertThat(LITERALS.stream()
                        .filter(literal -> literal.value().startsWith("code.")
                                || literal.value().startsWith("step."))
                        .filter(literal -> !literal.type().equals("CodeLabels")))
                .isEmpty();
        try (var templates = Files.walk(Path.of("src/main/resources/templates"))) {
            assertThat(templates.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(template ->
                            assertThat(template).content().doesNotContain("'code.'", "'step.short.'", "'step.S"));
        }
    }

    @Test
    void theListsOfTasksKnowUrgenciesAndStepsThatThereAre() throws ClassNotFoundException {
        assertThat(names("ListedUrgency"))
                .isSubsetOf(Stream.of(Urgency.values()).map(Enum::name).toList());
        assertThat(names("ListedStep"))
                .containsExactlyElementsOf(Step.seven().stream().map(Enum::name).toList());
    }

    private static List<String> names(String list) throws ClassNotFoundException {
        return Stream.of(Class.forName("org.qibu.engine.lists." + list).getEnumConstants())
                .map(each -> ((Enum<?>) each).name())
                .toList();
    }
}
