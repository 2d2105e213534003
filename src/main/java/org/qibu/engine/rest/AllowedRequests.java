package org.qibu.engine.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.qibu.engine.rest.AllowedRequest.Body;
import org.springframework.core.io.ClassPathResource;

/** The allow-list of {@code engine/allowed-requests.txt}: what may be asked of the engine over HTTP, by whom. */
final class AllowedRequests {

    /** Where programs ask. */
    static final String REST = "/engine-rest";
    /** Where the web apps ask the same. */
    static final String WEB_APPS = "/camunda/api/engine/engine/default";

    private static final String FILE = "engine/allowed-requests.txt";
    private static final String WEB_APP_PATH = "/camunda/api/";

    private final List<AllowedRequest> engine = new ArrayList<>();
    private final List<AllowedRequest> webApps = new ArrayList<>();

    private AllowedRequests(List<String> lines) {
        for (var line : lines) {
            var request = read(line);
            (line.contains(WEB_APP_PATH) ? webApps : engine).add(request);
        }
    }

    /** The list as it comes with the product. */
    static AllowedRequests shipped() {
        try {
            return new AllowedRequests(new ClassPathResource(FILE)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AllowedRequest read(String line) {
        var columns = line.split("\\s+");
        if (columns.length < 3 || columns.length > 4) {
            throw new IllegalStateException(FILE + ": method, path, who and perhaps a body, not: " + line);
        }
        var body = columns.length == 3 ? Body.NONE : Body.valueOf(columns[3].toUpperCase(Locale.ROOT));
        return new AllowedRequest(columns[0], AllowedRequest.parts(columns[1]), Set.of(columns[2].split(",")), body);
    }

    /**
     * The line a request is listed in; empty where it is not.
     *
     * @param path decoded, without what comes before {@code /engine-rest} or {@code /camunda}
     */
    Optional<AllowedRequest> find(String method, String path) {
        return lines(path)
                .filter(line -> line.fits(method.equals("HEAD") ? "GET" : method, ofList(path)))
                .min(AllowedRequest.MOST_EXACT_FIRST);
    }

    private Stream<AllowedRequest> lines(String path) {
        return isOf(REST, path) || isOf(WEB_APPS, path) ? engine.stream() : webApps.stream();
    }

    /** The parts of a path as the list writes it. */
    static List<String> ofList(String path) {
        for (var door : List.of(REST, WEB_APPS)) {
            if (isOf(door, path)) {
                return AllowedRequest.parts(path.substring(door.length()));
            }
        }
        return AllowedRequest.parts(path);
    }

    private static boolean isOf(String door, String path) {
        return path.equals(door) || path.startsWith(door + "/");
    }
}
