package org.qibu.engine.models;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.qibu.engine.ModelSource;
import org.qibu.engine.gate.finding.SafeXml;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;

/**
 * What the processes and user tasks of the program are called in its own models, whatever an administrator calls them by
 * now: a table that names them must go on meaning the same ones.
 */
@Component
public class ModelNames {

    private static final Set<String> NAMED = Set.of("process", "userTask");

    private final Map<String, String> names = new HashMap<>();

    public ModelNames(ModelSource source) {
        source.own().forEach((file, content) -> {
            if (file.endsWith(".bpmn")) {
                read(file, content);
            }
        });
    }

    private void read(String file, byte[] content) {
        try {
            SafeXml.elements(SafeXml.read(content)).stream()
                    .filter(element -> NAMED.contains(element.getLocalName()))
                    .forEach(element -> names.put(element.getAttribute("id"), element.getAttribute("name")));
        } catch (SAXException unreadable) {
            throw new IllegalStateException(file, unreadable);
        }
    }

    /** The name of the program's process or user task with this id; {@code otherwise} where it has none. */
    public String of(String id, String otherwise) {
        return names.getOrDefault(id, otherwise);
    }
}
