package org.qibu.engine.form;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.qibu.engine.FileDemand;

/**
 * Reads a Camunda Form from its JSON, for the gate and for whoever serves and checks it later alike, and says what in it
 * cannot be used.
 */
public final class FormReader {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Pattern TWICE = Pattern.compile("Duplicate field '([^']+)'");
    private static final int DEEPEST = 8;
    private static final int MOST = 500;

    private final List<FormFault> faults = new ArrayList<>();
    private final List<FormField> fields = new ArrayList<>();
    private final List<FileDemand> files = new ArrayList<>();
    private int seen;

    private FormReader() {}

    /**
     * What was read.
     *
     * @param root the JSON itself; missing node where it is none
     * @param form its fields as far as they could be read
     * @param faults what cannot be used; empty where the form can be served and checked
     */
    public record Reading(JsonNode root, FormDefinition form, List<FormFault> faults) {}

    public static Reading read(byte[] source) {
        var reader = new FormReader();
        var root = reader.parse(source);
        if (reader.faults.isEmpty()) {
            reader.head(root);
            reader.collect(root, List.of(), 0);
        }
        return new Reading(root, reader.form(root), List.copyOf(reader.faults));
    }

    private FormDefinition form(JsonNode root) {
        var options =
                fields.stream().flatMap(field -> field.choicesKey().stream()).collect(Collectors.toSet());
        return new FormDefinition(root.path("id").asText().strip(), List.copyOf(fields), options, List.copyOf(files));
    }

    private JsonNode parse(byte[] source) {
        try {
            if (isWide(source)) {
                fault("不是 UTF-8 编码，请另存为 UTF-8");
                return JSON.missingNode();
            }
            return Optional.ofNullable(JSON.readTree(source)).orElseGet(JSON::missingNode);
        } catch (JsonProcessingException e) {
            var where = e.getLocation() == null ? "" : "（第 " + e.getLocation().getLineNr() + " 行）";
            var twice = TWICE.matcher(String.valueOf(e.getOriginalMessage()));
            if (twice.find()) {
                fault("不是有效的 JSON：“" + twice.group(1) + "”写了两次" + where + "，请删去一个");
                return JSON.missingNode();
            }
            fault("不是有效的 JSON" + where + "，请在 Modeler 中打开并重新保存");
        } catch (IOException e) {
            fault("无法读取，请在 Modeler 中打开并重新保存");
        }
        return JSON.missingNode();
    }

    /** The engine and the browser read UTF-8 only, whatever our parser would guess. */
    private static boolean isWide(byte[] source) {
        for (var one : source) {
            if (one == 0) {
                return true;
            }
        }
        return false;
    }

    private void head(JsonNode root) {
        if (!root.isObject() || !root.path("components").isArray()) {
            fault("不是 Camunda 表单（没有 components），请用 Modeler 画一张");
        } else if (root.path("id").asText().isBlank()) {
            fault("表单没有编号（id）");
        }
    }

    private void collect(JsonNode parent, List<String> hides, int depth) {
        if (depth > DEEPEST) {
            fault("分组套了 " + DEEPEST + " 层以上，请减少层次");
            return;
        }
        for (var component : parent.path("components")) {
            seen++;
            if (seen == MOST + 1) {
                fault("表单超过 " + MOST + " 个组件，请分成几张");
            }
            if (seen <= MOST) {
                read(new Component(component, faults), hides, depth);
            }
        }
    }

    private void read(Component component, List<String> outer, int depth) {
        var hides = component.hides(outer);
        component.property("files").ifPresent(kind -> files.add(component.demand(kind, hides)));
        if (component.isContainer()) {
            component.path().ifPresent(path -> component.fault("写了路径 " + path + "，请清空"));
            collect(component.json(), hides, depth + 1);
        } else if (component.isField()) {
            fields.add(component.field(hides));
        }
    }

    private void fault(String sentence) {
        faults.add(FormFault.ofForm(sentence));
    }
}
