package org.qibu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The way to Spring Boot 4, Spring Security 7 and Jackson 3: nothing is used that they take away, and what only moves there
 * is listed with everybody who has to move with it.
 */
class UpgradePathTest {

    private static final Path LIST = Path.of("docs/upgrade.md");
    private static final String BEGIN = "<!-- drawn: UpgradePathTest -->";
    private static final String END = "<!-- end -->";

    /** What is there no longer and has another form already today. */
    private static final String[] TAKEN_AWAY = {
        "org.springframework.security.web.util.matcher.AntPathRequestMatcher",
        "org.springframework.security.web.servlet.util.matcher.MvcRequestMatcher",
        "org.springframework.security.access.vote.*",
        "org.springframework.security.access.AccessDecisionManager",
        "org.springframework.lang.*",
        "org.springframework.boot.test.mock.mockito.*",
        "org.springframework.http.converter.json.Jackson2ObjectMapperBuilder",
        "org.springframework.web.servlet.config.annotation.PathMatchConfigurer",
        "org.springframework.util.AntPathMatcher"
    };

    /** What has another place there: the beginning of its name, and where it is to be found. */
    private static final Map<String, String> MOVED = moved();

    private static final JavaClasses CLASSES = ProductClasses.ALL;

    private static Map<String, String> moved() {
        var moved = new LinkedHashMap<String, String>();
        moved.put("org.springframework.boot.autoconfigure.flyway.", "org.springframework.boot.flyway.autoconfigure");
        moved.put(
                "org.springframework.boot.autoconfigure.http.",
                "org.springframework.boot.http.converter.autoconfigure");
        moved.put("org.springframework.boot.autoconfigure.jackson.", "org.springframework.boot.jackson.autoconfigure");
        moved.put("org.springframework.boot.autoconfigure.jdbc.", "org.springframework.boot.jdbc.autoconfigure");
        moved.put("org.springframework.boot.autoconfigure.mail.", "org.springframework.boot.mail.autoconfigure");
        moved.put(
                "org.springframework.boot.autoconfigure.security.", "org.springframework.boot.security.autoconfigure");
        moved.put("org.springframework.boot.autoconfigure.session.", "org.springframework.boot.session.autoconfigure");
        moved.put(
                "org.springframework.boot.autoconfigure.thymeleaf.",
                "org.springframework.boot.thymeleaf.autoconfigure");
        moved.put(
                "org.springframework.boot.autoconfigure.transaction.",
                "org.springframework.boot.transaction.autoconfigure");
        moved.put(
                "org.springframework.boot.autoconfigure.web.",
                "org.springframework.boot.{web.server,webmvc}.autoconfigure");
        moved.put("org.springframework.boot.actuate.health.", "org.springframework.boot.health.contributor");
        moved.put(
                "org.springframework.boot.actuate.autoconfigure.",
                "org.springframework.boot.{health,security}.autoconfigure");
        moved.put("org.springframework.boot.web.embedded.tomcat.", "org.springframework.boot.tomcat.servlet");
        moved.put(
                "org.springframework.boot.web.servlet.context.", "org.springframework.boot.web.server.servlet.context");
        moved.put("org.springframework.boot.web.servlet.error.", "org.springframework.boot.webmvc.error");
        moved.put("com.fasterxml.jackson.core.", "tools.jackson.core");
        moved.put("com.fasterxml.jackson.databind.", "tools.jackson.databind");
        moved.put("com.fasterxml.jackson.datatype.", "tools.jackson.databind (dates are built in)");
        return moved;
    }

    @Test
    void nothingIsUsedThatTheNextVersionsTakeAway() {
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are taken away",
                        type -> java.util.Arrays.stream(TAKEN_AWAY)
                                .anyMatch(name -> name.endsWith("*")
                                        ? type.getName().startsWith(name.substring(0, name.length() - 1))
                                        : type.getName().equals(name))))
                .check(CLASSES);
    }

    @Test
    void nothingIsUsedThatIsMarkedForRemoval() {
        var marked = CLASSES.stream()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> isMarked(access.getTargetOwner())
                        || access.getTarget()
                                .resolveMember()
                                .map(UpgradePathTest::isMarked)
                                .orElse(false))
                .map(JavaAccess::getDescription)
                .toList();

        assertThat(marked).isEmpty();
    }

    private static boolean isMarked(CanBeAnnotated target) {
        return target.isAnnotatedWith(DescribedPredicate.describe(
                "marked for removal",
                annotation -> annotation.getRawType().getName().equals(Deprecated.class.getName())
                        && annotation
                                .get("forRemoval")
                                .filter(Boolean.TRUE::equals)
                                .isPresent()));
    }

    /** Written anew by {@code mvn test -Dtest=UpgradePathTest -Dqibu.draw=true}. */
    @Test
    void whatMovesIsListedWithWhoUsesIt() throws IOException {
        var text = Files.readString(LIST);
        var drawn = text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
                + "\n\n" + table() + "\n\n"
                + text.substring(text.indexOf(END));
        if (Boolean.getBoolean("qibu.draw")) {
            Files.writeString(LIST, drawn);
        }

        assertThat(Files.readString(LIST)).isEqualTo(drawn);
    }

    private static String table() {
        var users = new TreeMap<String, TreeSet<String>>();
        for (var type : CLASSES) {
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                MOVED.keySet().stream()
                        .filter(name(dependency)::startsWith)
                        .forEach(place -> users.computeIfAbsent(place, key -> new TreeSet<>())
                                .add(outermost(type).getSimpleName()));
            }
        }
        return users.entrySet().stream()
                .map(entry -> "| `%s*` | `%s` | %d | %s |"
                        .formatted(
                                entry.getKey(),
                                MOVED.get(entry.getKey()),
                                entry.getValue().size(),
                                String.join(", ", entry.getValue())))
                .collect(Collectors.joining(
                        "\n", "| 现在 today | 以后 then | 类 types | 谁用 used by |\n|---|---|---:|---|\n", ""));
    }

    private static String name(Dependency dependency) {
        return dependency.getTargetClass().getBaseComponentType().getName();
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(UpgradePathTest::outermost).orElse(type);
    }
}
