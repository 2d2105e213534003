package org.qibu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.qibu.matter.contract.UserTaskElements;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Names of forms, fields and elements stand once in the sources, in types named for it, and mean what is there. */
class FormNamesTest {

    /** Where the models and forms of a room lie; those of other rooms may stand anywhere. */
    private static final Map<String, List<String>> FOLDERS = Map.of(
            "collection", List.of("1-issue-collection", "record-issue.form"),
            "agenda", List.of("2-agenda-setting"),
            "consultation", List.of("3-consultation"),
            "decision", List.of("4-decision"),
            "implementation", List.of("5-implementation"),
            "feedback", List.of("6-feedback"),
            "review", List.of("7-review", "programmes"),
            "notices", List.of("shared"));

    /** Ids that are ordinary words and mean something else elsewhere: an element of DMN, the name of a sweep. */
    private static final Set<String> ORDINARY_WORDS = Set.of("decision", "deadlines");

    /**
     * Keys of two or more words that mean something else where they stand; the list only shrinks. Names in the texts of
     * mails and pages; a column of the planned actions; a routing value of a later step, which no form of the first has.
     */
    private static final Map<String, Set<String>> OTHER_MEANINGS = Map.of(
            "Invitations", Set.of("meetingAt"),
            "MailContent", Set.of("proposerName"),
            "PlanRows", Set.of("dueOn"),
            "RecordIssue", Set.of("returnTo"),
            "Results", Set.of("notAdopted", "resultSummary", "whatChanged"),
            "SendMinutes", Set.of("draftResult", "openPoints"),
            "StaffMatter", Set.of("publicTitle"));

    /** The names in the texts of mails are those of the mail; the measurement fills in forms from outside, as people do. */
    private static final Set<String> OTHER_ROOMS = Set.of("mail", "bench");

    /** Every process carries it, every table of ours has it. */
    private static final String COMMUNITY = "communityCode";

    private static final Map<String, Path> FORMS = new TreeMap<>();
    private static final Map<String, Set<String>> KEYS = new HashMap<>();
    private static final Map<String, Path> ELEMENTS = new TreeMap<>();
    private static final Set<String> USER_TASKS = new TreeSet<>();
    private static final Map<Path, String> MODELS = new TreeMap<>();
    private static final List<SourceLiterals.Found> LITERALS = new ArrayList<>();

    /** A constant of a type that holds names. */
    private record Name(String room, String type, String constant, String value) {

        @Override
        public String toString() {
            return type + "." + constant + " = " + value;
        }
    }

    @BeforeAll
    static void readModelsAndSources() throws Exception {
        LITERALS.addAll(SourceLiterals.all());
        var json = new ObjectMapper();
        for (var file : files("forms", ".form")) {
            var form = json.readTree(file.toFile());
            var id = form.path("id").asText();
            FORMS.put(id, file);
            collectKeys(form, KEYS.computeIfAbsent(id, any -> new HashSet<>()));
        }
        for (var file : files("bpmn", "mn")) {
            MODELS.put(file, Files.readString(file));
            collectElements(file, read(file));
        }
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .toList();
        }
    }

    private static void collectKeys(JsonNode parent, Set<String> keys) {
        for (var component : parent.path("components")) {
            Stream.of(
                            component.path("key"),
                            component.path("path"),
                            component.path("properties").path("rows"))
                    .map(JsonNode::asText)
                    .filter(key -> !key.isEmpty())
                    .forEach(keys::add);
            collectKeys(component, keys);
        }
    }

    private static Document read(Path file) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(file.toFile());
    }

    private static void collectElements(Path file, Document model) {
        var nodes = model.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < nodes.getLength(); i++) {
            var element = (Element) nodes.item(i);
            var tag = element.getLocalName();
            if (tag.equals("message")) {
                ELEMENTS.put(element.getAttribute("name"), file);
            } else if (tag.equals("process") || tag.equals("decision") || isInAProcess(element)) {
                ELEMENTS.put(element.getAttribute("id"), file);
            }
            if (tag.equals("userTask")) {
                USER_TASKS.add(element.getAttribute("id"));
            }
        }
    }

    private static boolean isInAProcess(Element element) {
        return element.hasAttribute("id")
                && element.getParentNode() instanceof Element parent
                && Set.of("process", "subProcess").contains(parent.getLocalName());
    }

    private static List<Name> names(String ending) throws Exception {
        var names = new ArrayList<Name>();
        for (var file : SourceLiterals.files("Forms", "Fields", "Elements").toList()) {
            var type = Class.forName(
                    file.toString().replace(".java", "").replace('/', '.').replace('\\', '.'));
            for (var each : Stream.concat(Stream.of(type), Stream.of(type.getDeclaredClasses()))
                    .filter(each -> each.getSimpleName().endsWith(ending))
                    .toList()) {
                names.addAll(constants(file, each));
            }
        }
        return names;
    }

    private static List<Name> constants(Path file, Class<?> type) throws IllegalAccessException {
        var constants = new ArrayList<Name>();
        for (var field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                field.setAccessible(true);
                constants.add(new Name(
                        file.getName(2).toString(), type.getSimpleName(), field.getName(), (String) field.get(null)));
            }
        }
        return constants;
    }

    private static boolean isOfRoom(Name name, Path file) {
        var folders = FOLDERS.get(name.room());
        return folders == null
                || name.type().startsWith("Published")
                || folders.stream().anyMatch(file.toString()::contains);
    }

    @Test
    void everyNamedFormIsAFormOfItsRoom() throws Exception {
        var names = names("Forms");

        assertThat(names).hasSizeGreaterThan(30);
        assertThat(names).allMatch(name -> FORMS.containsKey(name.value()) && isOfRoom(name, FORMS.get(name.value())));
    }

    @Test
    void everyNamedFieldIsAKeyOfItsForm() throws Exception {
        var names = names("Fields");

        assertThat(names).hasSizeGreaterThan(100);
        assertThat(names)
                .allMatch(
                        name -> KEYS.getOrDefault(formOf(name.type()), Set.of()).contains(name.value()));
    }

    /** {@code VerifyIssueFields} are those of {@code verify-issue}. */
    private static String formOf(String type) {
        return type.replace("Fields", "").replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    @Test
    void everyNamedElementIsInAModelOfItsRoom() throws Exception {
        var elements = names("Elements").stream().filter(isResult().negate()).toList();

        assertThat(elements).hasSizeGreaterThan(50);
        assertThat(elements)
                .allMatch(name -> ELEMENTS.containsKey(name.value()) && isOfRoom(name, ELEMENTS.get(name.value())));
    }

    @Test
    void everyNamedResultIsReadByAModelOfItsRoom() throws Exception {
        var results = names("Elements").stream().filter(isResult()).toList();

        assertThat(results).isNotEmpty();
        assertThat(results)
                .allMatch(name -> MODELS.entrySet().stream()
                        .filter(model -> isOfRoom(name, model.getKey()))
                        .anyMatch(model -> model.getValue().matches("(?s).*\\b" + name.value() + "\\b.*")));
    }

    private static Predicate<Name> isResult() {
        return name -> name.constant().matches("(.*_)?RESULT(_.*)?")
                && !name.constant().contains("SERVICE_");
    }

    @Test
    void everyUserTaskIsDeclaredCountedOrNot() {
        assertThat(Stream.concat(UserTaskElements.COUNTED.stream(), UserTaskElements.ON_DEMAND.stream()))
                .containsExactlyInAnyOrderElementsOf(USER_TASKS);
    }

    @Test
    void noNameStandsAsAStringElsewhere() throws Exception {
        var fields = KEYS.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        var holders = SourceLiterals.files("Forms", "Fields", "Elements")
                .map(Path::getFileName)
                .map(name -> name.toString().replace(".java", ""))
                .collect(Collectors.toSet());

        assertThat(LITERALS).anyMatch(SourceLiterals.Found::isFieldKey);
        assertThat(LITERALS.stream().filter(literal -> !holders.contains(literal.type())))
                .noneMatch(literal -> isName(literal.value()))
                .noneMatch(literal -> literal.isFieldKey() && fields.contains(literal.value()));
    }

    /** A name of two or more words is no word of prose, so that it is watched wherever it stands. */
    @Test
    void noCompoundKeyStandsAsAStringElsewhere() throws Exception {
        var keys = KEYS.values().stream()
                .flatMap(Set::stream)
                .filter(key -> key.matches("[a-z]+[A-Z].*") && !key.equals(COMMUNITY))
                .collect(Collectors.toSet());
        var holders = SourceLiterals.files("Fields", "Forms")
                .map(path -> path.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        var standing = new TreeMap<String, Set<String>>();
        LITERALS.stream()
                .filter(literal -> keys.contains(literal.value()))
                .filter(literal -> !holders.contains(literal.type()))
                .filter(literal -> !OTHER_ROOMS.contains(literal.room()))
                .forEach(literal -> standing.computeIfAbsent(literal.type(), any -> new TreeSet<>())
                        .add(literal.value()));

        assertThat(standing).isEqualTo(OTHER_MEANINGS);
    }

    private static boolean isName(String value) {
        return FORMS.containsKey(value) || ELEMENTS.containsKey(value) && !ORDINARY_WORDS.contains(value);
    }

    @Test
    void everyNameIsWrittenOnce() throws Exception {
        var written = SourceLiterals.files("Forms", "Elements")
                .map(Path::getFileName)
                .map(name -> name.toString().replace(".java", ""))
                .collect(Collectors.toSet());

        var values = LITERALS.stream()
                .filter(literal -> written.contains(literal.type()) && isName(literal.value()))
                .map(SourceLiterals.Found::value)
                .toList();

        assertThat(values).doesNotHaveDuplicates();
    }
}
