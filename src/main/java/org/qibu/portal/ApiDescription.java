package org.qibu.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The JSON interface described as OpenAPI 3.0, made of the very mappings that answer, so that it cannot promise what is not
 * there. For whoever has an account; what each operation means stands in the design and the README.
 */
@RestController
class ApiDescription {

    static final String PATH = "/v3/api-docs";

    private final RequestMappingHandlerMapping mappings;

    ApiDescription(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> describe() {
        var paths = new TreeMap<String, Map<String, Object>>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> add(paths, mapping, handler));
        var description = new LinkedHashMap<String, Object>();
        description.put("openapi", "3.0.3");
        description.put("info", Map.of("title", "七步 Qibu", "version", "1"));
        description.put("security", List.of(Map.of(), Map.of("basic", List.of())));
        description.put("paths", paths);
        description.put(
                "components", Map.of("securitySchemes", Map.of("basic", Map.of("type", "http", "scheme", "basic"))));
        return description;
    }

    private static void add(Map<String, Map<String, Object>> paths, RequestMappingInfo mapping, HandlerMethod handler) {
        for (var pattern : mapping.getPatternValues()) {
            if (pattern.startsWith("/api/")) {
                var operation = new ApiOperation(pattern, handler).describe();
                mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> paths.computeIfAbsent(pattern, path -> new TreeMap<>())
                                .put(method.name().toLowerCase(Locale.ROOT), operation));
            }
        }
    }
}
