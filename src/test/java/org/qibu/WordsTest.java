package org.qibu;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One word for one thing: the glossary names types there are, and no type is named by a metaphor. */
class WordsTest {

    private static final Path GLOSSARY = Path.of("docs/words.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| ([^|]+) \\| (`[^|]+`) \\|$");
    private static final Set<String> METAPHORS = Set.of(
            "Desk",
            "Door",
            "Doors",
            "Crew",
            "Lot",
            "Climb",
            "Ascent",
            "Mould",
            "Moulds",
            "Footing",
            "Footings",
            "Befallen",
            "Befall",
            "Turns",
            "Hurry",
            "Weigh");
    /** Participles that say nothing as the name of a type. */
    private static final Set<String> PARTICIPLES = Set.of("Said", "Meant", "Written", "Received", "Passed", "Openings");

    private static final Path SOURCES = Path.of("src/main/java");
    /** Verbs that let a program speak; Javadoc begins with what the code does instead. */
    private static final Pattern SPEAKING = Pattern.compile("/\\*\\*[\\s*]*(Says|Tells|Knows|Lets|Asked)\\b");

    private static final JavaClasses CLASSES = ProductClasses.ALL;

    @Test
    void theGlossaryNamesTypesThatAreThere() throws IOException {
        var types = CLASSES.stream().map(JavaClass::getSimpleName).collect(toSet());
        var rows = ROW.matcher(Files.readString(GLOSSARY)).results().toList();

        assertThat(rows).hasSizeGreaterThan(50);
        assertThat(rows)
                .allSatisfy(row -> assertThat(types)
                        .as(row.group(1))
                        .containsAll(Arrays.stream(row.group(3).split(" "))
                                .map(name -> name.replace("`", ""))
                                .toList()));
    }

    @Test
    void noTypeAndNoMethodIsNamedByAMetaphor() {
        assertThat(CLASSES.stream()
                        .filter(type -> isMetaphor(type.getSimpleName())
                                || type.isTopLevelClass() && PARTICIPLES.contains(type.getSimpleName()))
                        .map(JavaClass::getName))
                .isEmpty();
        assertThat(CLASSES.stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> !method.getName().contains("$"))
                        .filter(method -> isMetaphor(method.getName()))
                        .map(JavaMethod::getFullName))
                .isEmpty();
    }

    @Test
    void javadocBeginsWithWhatTheCodeDoes() throws IOException {
        var speaking = new ArrayList<Path>();
        try (var files = Files.walk(SOURCES)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                if (SPEAKING.matcher(Files.readString(file)).find()) {
                    speaking.add(file);
                }
            }
        }

        assertThat(speaking)
                .as("Javadoc begins with what the code does, not with Says, Tells, Knows, Lets or Asked")
                .isEmpty();
    }

    private static boolean isMetaphor(String name) {
        return words(name).stream().anyMatch(METAPHORS::contains);
    }

    private static List<String> words(String name) {
        return Arrays.stream(name.split("(?<=[a-z0-9])(?=[A-Z])"))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .toList();
    }
}
