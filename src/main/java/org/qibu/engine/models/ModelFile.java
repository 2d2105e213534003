package org.qibu.engine.models;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.qibu.engine.gate.finding.SafeXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * One file of a deployment, and what it defines and asks for.
 *
 * @param name its name in the deployment, ending in lower case
 * @param kind what it is by its ending
 * @param ids of the processes, decisions or the form it defines; empty where it cannot be read, which the gate then says
 * @param forms ids of the forms its tasks ask for
 * @param tables ids of the decisions it asks for as they were deployed with it
 * @param sharedTables ids of the decisions it asks for in their newest version
 */
record ModelFile(
        String name,
        byte[] content,
        Kind kind,
        Set<String> ids,
        Set<String> forms,
        Set<String> tables,
        Set<String> sharedTables) {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    /** What a file is. */
    enum Kind {
        PROCESS,
        TABLE,
        FORM,
        UNKNOWN
    }

    static ModelFile read(String name, byte[] content) {
        var normal = normal(name);
        var kind = kind(normal);
        try {
            return switch (kind) {
                case PROCESS -> process(normal, content, SafeXml.read(content));
                case TABLE -> plain(normal, content, kind, ids(SafeXml.read(content), "decision"));
                case FORM -> plain(normal, content, kind, formId(JSON.readTree(content)));
                case UNKNOWN -> plain(normal, content, kind, Set.of());
            };
        } catch (SAXException | IOException unreadable) {
            return plain(normal, content, kind, Set.of());
        }
    }

    boolean defines(String id) {
        return ids.contains(id);
    }

    /** The same file under the name by which it is known. */
    ModelFile named(String known) {
        return new ModelFile(known, content, kind, ids, forms, tables, sharedTables);
    }

    private static String normal(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        for (var ending : new String[] {".bpmn20.xml", ".bpmn", ".dmn11.xml", ".dmn", ".form"}) {
            if (lower.endsWith(ending)) {
                return name.substring(0, name.length() - ending.length()) + ending;
            }
        }
        return name;
    }

    private static Kind kind(String name) {
        if (name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml")) {
            return Kind.PROCESS;
        }
        if (name.endsWith(".dmn") || name.endsWith(".dmn11.xml")) {
            return Kind.TABLE;
        }
        return name.endsWith(".form") ? Kind.FORM : Kind.UNKNOWN;
    }

    private static ModelFile plain(String name, byte[] content, Kind kind, Set<String> ids) {
        return new ModelFile(name, content, kind, ids, Set.of(), Set.of(), Set.of());
    }

    private static ModelFile process(String name, byte[] content, Document model) {
        return new ModelFile(
                name,
                content,
                Kind.PROCESS,
                ids(model, "process"),
                named(model, "formRef", element -> true),
                named(model, "decisionRef", ModelFile::isBound),
                named(model, "decisionRef", element -> !isBound(element)));
    }

    private static boolean isBound(Element element) {
        return "deployment".equals(element.getAttributeNS(CAMUNDA, "decisionRefBinding"));
    }

    private static Set<String> ids(Document document, String name) {
        var ids = new TreeSet<String>();
        SafeXml.elements(document).stream()
                .filter(element -> name.equals(element.getLocalName()))
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isBlank())
                .forEach(ids::add);
        return ids;
    }

    private static Set<String> named(Document model, String attribute, Predicate<Element> which) {
        var names = new TreeSet<String>();
        SafeXml.elements(model).stream()
                .filter(which)
                .map(element -> element.getAttributeNS(CAMUNDA, attribute))
                .filter(name -> !name.isBlank())
                .forEach(names::add);
        return names;
    }

    private static Set<String> formId(JsonNode form) {
        var id = form == null ? "" : form.path("id").asText("");
        return id.isBlank() ? Set.of() : Set.of(id);
    }
}
