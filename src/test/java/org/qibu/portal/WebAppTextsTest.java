package org.qibu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** The Chinese texts of the engine's web apps, held against the English ones that come with them. */
class WebAppTextsTest {

    private static final String APPS = "META-INF/resources/webjars/camunda/app/";
    private static final Pattern MARKS = Pattern.compile("\\{\\{.*?}}|\\{}|%[sd]|</?[a-z]+(?: [^>]*)?/?>");
    private static final Pattern SHOWN_AS_THEY_STAND = Pattern.compile("<(?:null|undefined|definition|version)>");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    /** The vendor's notice is not shown, a plural's "s" has no like in Chinese, a task without a form needs no words. */
    private static final Set<String> EMPTY = Set.of(
            "BANNER_CE_EOL_TEXT",
            "NO_TASK_FORM",
            "PLGN_BATCH_S",
            "PLGN_MIG_S",
            "PLGN_MOD_DIALOG_S",
            "PLGN_MOD_RESTART_DIALOG_S");

    /** Names, signs and patterns that are the same in Chinese. */
    private static final Set<String> NOT_CHINESE =
            Set.of("CSV", "JSON", "Optimize", "YYYY-MM-DDTHH:mm:ss", "<", "<=", ">", ">=", "/");

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void everyTextIsThereInChineseAndNoOther(String app) {
        assertThat(texts(app, "zh").keySet()).isEqualTo(texts(app, "en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void everyTextIsWrittenInChinese(String app) {
        var chinese = texts(app, "zh");
        chinese.keySet().removeAll(EMPTY);
        chinese.keySet().removeIf(path -> path.startsWith("dateLocales"));
        chinese.values()
                .removeIf(text -> NOT_CHINESE.contains(text.strip())
                        || CHINESE.matcher(text).find());
        assertThat(chinese).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void noPlaceholderAndNoTagIsLost(String app) {
        var chinese = texts(app, "zh");
        var lost = new TreeMap<String, String>();
        texts(app, "en").forEach((path, text) -> {
            if (!EMPTY.contains(path) && !marks(text).equals(marks(chinese.getOrDefault(path, "")))) {
                lost.put(path, text);
            }
        });
        assertThat(lost).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin"})
    void datesHaveTwelveMonthsAndSevenDays(String app) {
        var dates = read(app, "zh").path("dateLocales");
        assertThat(List.of(
                        dates.path("months").size(), dates.path("monthsShort").size()))
                .containsOnly(12);
        assertThat(List.of(
                        dates.path("weekdays").size(),
                        dates.path("weekdaysShort").size(),
                        dates.path("weekdaysMin").size()))
                .containsOnly(7);
    }

    private static Map<String, Long> marks(String text) {
        return MARKS.matcher(SHOWN_AS_THEY_STAND.matcher(text).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .map(mark -> mark.replace(" ", ""))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private Map<String, String> texts(String app, String language) {
        var texts = new TreeMap<String, String>();
        read(app, language)
                .path("labels")
                .fields()
                .forEachRemaining(
                        each -> texts.put(each.getKey(), each.getValue().asText()));
        collect("dateLocales", read(app, language).path("dateLocales"), texts);
        return texts;
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isContainerNode()) {
            var names = node.isArray() ? null : node.fieldNames();
            for (var at = 0; at < node.size(); at++) {
                var name = names == null ? String.valueOf(at) : names.next();
                collect(path + "." + name, names == null ? node.get(at) : node.get(name), texts);
            }
        } else if (!node.isMissingNode()) {
            texts.put(path, node.asText());
        }
    }

    private JsonNode read(String app, String language) {
        try {
            var file = new ClassPathResource(APPS + app + "/locales/" + language + ".json");
            var text = file.getContentAsString(StandardCharsets.UTF_8);
            return json.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (IOException e) {
            throw new IllegalStateException(app, e);
        }
    }
}
