package org.qibu.engine.gate.bpmn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Node;

/**
 * The elements and attributes a model may contain, each with the way the engine reads it, from the list beside this class.
 * Names are those of the standard and of Camunda in their one namespace; the engine reads others too.
 */
public final class ModelVocabulary {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final Set<String> DRAWING = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC");
    /** Colours and marks of drawing tools, and declarations: nothing the engine looks at. */
    private static final Set<String> UNREAD = Set.of(
            "http://www.w3.org/2000/xmlns/",
            "http://camunda.org/schema/modeler/1.0",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0");

    private static final Map<String, Map<String, String>> ELEMENTS = read();

    private ModelVocabulary() {}

    /** Whether an element only draws. */
    static boolean isDrawing(Node element) {
        return DRAWING.contains(String.valueOf(element.getNamespaceURI()));
    }

    static boolean knows(Node element) {
        return isDrawing(element) || ELEMENTS.containsKey(key(element));
    }

    /** How an attribute is read: a kind, empty text where it never is; nothing where it must not stand there. */
    static Optional<String> kind(Node element, Node attribute) {
        var space = attribute.getNamespaceURI();
        var isSchemaPlace = INSTANCE.equals(space) && "schemaLocation".equals(attribute.getLocalName());
        if (UNREAD.contains(String.valueOf(space)) || isSchemaPlace || isDrawing(element) && space == null) {
            return Optional.of("");
        }
        return Optional.ofNullable(ELEMENTS.getOrDefault(key(element), Map.of()).get(key(attribute)));
    }

    /** How the text in an element is read; nothing where none may stand. */
    static Optional<String> textKind(Node element) {
        return Optional.ofNullable(ELEMENTS.getOrDefault(key(element), Map.of()).get("#text"));
    }

    private static String key(Node node) {
        var space = node.getNamespaceURI();
        if (space == null) {
            return node.getLocalName();
        }
        return switch (space) {
                    case BPMN -> "bpmn:";
                    case CAMUNDA -> "camunda:";
                    case INSTANCE -> "xsi:";
                    default -> "{" + space + "}";
                }
                + node.getLocalName();
    }

    private static Map<String, Map<String, String>> read() {
        try (var list = ModelVocabulary.class.getResourceAsStream("model-vocabulary.txt")) {
            var elements = new HashMap<String, Map<String, String>>();
            new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+"))
                    .forEach(words -> elements.put(words[0], attributes(words)));
            return elements;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> attributes(String[] words) {
        var attributes = new HashMap<String, String>();
        Arrays.stream(words)
                .skip(1)
                .map(word -> word.split("="))
                .forEach(word -> attributes.put(word[0], word.length > 1 ? word[1] : ""));
        return attributes;
    }
}
