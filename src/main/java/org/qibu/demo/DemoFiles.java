package org.qibu.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads the readable files behind the demonstration. */
final class DemoFiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DemoFiles() {}

    /** The entries of a YAML file. */
    static <T> List<T> yaml(String name, TypeReference<List<T>> type) {
        var options = new LoaderOptions();
        var yaml = new Yaml(
                new SafeConstructor(options),
                new Representer(new DumperOptions()),
                new DumperOptions(),
                options,
                new PlainWords());
        return JSON.convertValue(yaml.load(text(name)), type);
    }

    /** The lines of a CSV file by the names in its first line; no value holds a comma. */
    static List<Map<String, String>> csv(String name) {
        var lines = text(name).lines().toList();
        var head = lines.get(0).split(",", -1);
        return lines.stream()
                .skip(1)
                .map(line -> row(head, line.split(",", -1)))
                .toList();
    }

    private static Map<String, String> row(String[] head, String[] values) {
        if (values.length != head.length) {
            throw new IllegalArgumentException("not " + head.length + " values: " + String.join(",", values));
        }
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < head.length; i++) {
            row.put(head[i], values[i]);
        }
        return row;
    }

    /** The whole of a file. */
    static String text(String name) {
        try {
            return new ClassPathResource("demo/" + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In these files "no", "on" and a day are words; only true and false are yes and no. */
    private static final class PlainWords extends Resolver {

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, java.util.regex.Pattern.compile("true|false"), "tf");
            addImplicitResolver(Tag.INT, INT, "-+0123456789");
            addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.");
            addImplicitResolver(Tag.NULL, EMPTY, null);
        }
    }
}
