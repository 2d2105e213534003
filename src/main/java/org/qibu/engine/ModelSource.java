package org.qibu.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The models, tables and forms of this installation, by relative name: those in the jar, replaced by a directory's. */
@Component
public class ModelSource {

    private final Optional<Path> directory;

    ModelSource(@Value("${qibu.models:}") String directory) {
        this.directory = Optional.of(directory).filter(name -> !name.isBlank()).map(Path::of);
        this.directory.filter(named -> !Files.isDirectory(named)).ifPresent(missing -> {
            throw new UncheckedIOException(new NoSuchFileException(missing.toString()));
        });
    }

    /** Contents by name such as {@code bpmn/3-consultation/consultation.bpmn}. */
    public Map<String, byte[]> files() throws IOException {
        var files = packed();
        if (directory.isPresent()) {
            files.putAll(below(directory.get()));
        }
        return files;
    }

    /** Those of the program alone, whatever a directory replaces. */
    public Map<String, byte[]> own() {
        try {
            return packed();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> packed() throws IOException {
        var files = new TreeMap<String, byte[]>();
        var resolver = new PathMatchingResourcePatternResolver();
        for (var pattern : new String[] {"classpath*:bpmn/**/*.*mn", "classpath*:forms/**/*.form"}) {
            for (var resource : resolver.getResources(pattern)) {
                var url = resource.getURL().toString();
                var name = url.substring(Math.max(url.lastIndexOf("/bpmn/"), url.lastIndexOf("/forms/")) + 1);
                files.put(name, resource.getContentAsByteArray());
            }
        }
        return files;
    }

    private static Map<String, byte[]> below(Path directory) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var found = Files.walk(directory)) {
            for (var file : found.filter(Files::isRegularFile).toList()) {
                var name = directory.relativize(file).toString().replace('\\', '/');
                if (name.matches("(bpmn|forms)/.*\\.(bpmn|dmn|form)")) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        }
        return files;
    }
}
