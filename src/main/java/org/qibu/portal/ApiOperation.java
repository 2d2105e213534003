package org.qibu.portal;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

/** One operation of the JSON interface as OpenAPI describes it: parameters, body and answers, read off the method. */
final class ApiOperation {

    /** Deeper than our bodies are. */
    private static final int DEEPEST = 4;

    private static final Map<String, Object> OBJECT = Map.of("type", "object");

    private final String path;
    private final HandlerMethod handler;
    private final List<Map<String, Object>> parameters = new ArrayList<>();
    private final Map<String, Object> files = new LinkedHashMap<>();
    private @Nullable Map<String, Object> body;

    ApiOperation(String path, HandlerMethod handler) {
        this.path = path;
        this.handler = handler;
    }

    Map<String, Object> describe() {
        for (var parameter : handler.getMethodParameters()) {
            read(parameter);
        }
        var operation = new LinkedHashMap<String, Object>();
        operation.put("tags", List.of(path.split("/")[2]));
        operation.put(
                "operationId",
                handler.getBeanType().getSimpleName() + "."
                        + handler.getMethod().getName());
        operation.put("parameters", parameters);
        if (!files.isEmpty()) {
            operation.put("requestBody", content("multipart/form-data", Map.of("type", "object", "properties", files)));
        } else if (body != null) {
            operation.put("requestBody", content("application/json", body));
        }
        operation.put("responses", responses());
        return operation;
    }

    private void read(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        var type = parameter.getGenericParameterType();
        var path = parameter.getParameterAnnotation(PathVariable.class);
        var query = parameter.getParameterAnnotation(RequestParam.class);
        var header = parameter.getParameterAnnotation(RequestHeader.class);
        if (path != null) {
            parameters.add(parameter("path", named(path.value(), parameter), true, type));
        } else if (query != null && isFile(type)) {
            files.put(named(query.value(), parameter), schema(type, 0));
        } else if (query != null) {
            var isRequired = query.required() && ValueConstants.DEFAULT_NONE.equals(query.defaultValue());
            parameters.add(parameter("query", named(query.value(), parameter), isRequired, type));
        } else if (header != null) {
            parameters.add(parameter("header", named(header.value(), parameter), header.required(), type));
        } else if (parameter.hasParameterAnnotation(RequestBody.class)) {
            body = schema(type, 0);
        }
    }

    private static String named(String given, MethodParameter parameter) {
        return given.isEmpty() ? String.valueOf(parameter.getParameterName()) : given;
    }

    private static boolean isFile(Type type) {
        return type == MultipartFile.class
                || type instanceof ParameterizedType list && list.getActualTypeArguments()[0] == MultipartFile.class;
    }

    private static Map<String, Object> parameter(String in, String name, boolean isRequired, Type type) {
        return Map.of("in", in, "name", name, "required", isRequired, "schema", schema(type, 0));
    }

    private static Map<String, Object> content(String type, Map<String, Object> schema) {
        return Map.of("required", true, "content", Map.of(type, Map.of("schema", schema)));
    }

    private Map<String, Object> responses() {
        var status = Optional.ofNullable(handler.getMethodAnnotation(ResponseStatus.class))
                .map(ResponseStatus::code)
                .orElse(HttpStatus.OK);
        return Map.of(
                String.valueOf(status.value()),
                Map.of("description", status.getReasonPhrase()),
                "default",
                Map.of(
                        "description",
                        "RFC 9457",
                        "content",
                        Map.of("application/problem+json", Map.of("schema", OBJECT))));
    }

    private static Map<String, Object> schema(Type type, int depth) {
        if (type instanceof ParameterizedType generic && depth < DEEPEST) {
            var raw = (Class<?>) generic.getRawType();
            var inner = generic.getActualTypeArguments()[0];
            return Collection.class.isAssignableFrom(raw)
                    ? Map.of("type", "array", "items", schema(inner, depth + 1))
                    : raw == Optional.class ? schema(inner, depth + 1) : OBJECT;
        }
        if (!(type instanceof Class<?> plain)) {
            return OBJECT;
        }
        if (plain.isRecord() && depth < DEEPEST) {
            var properties = new LinkedHashMap<String, Object>();
            for (RecordComponent part : plain.getRecordComponents()) {
                properties.put(part.getName(), schema(part.getGenericType(), depth + 1));
            }
            return Map.of("type", "object", "properties", properties);
        }
        return simple(plain);
    }

    private static Map<String, Object> simple(Class<?> type) {
        if (type == MultipartFile.class) {
            return Map.of("type", "string", "format", "binary");
        }
        if (type.isEnum()) {
            return Map.of(
                    "type",
                    "string",
                    "enum",
                    List.of(type.getEnumConstants()).stream()
                            .map(String::valueOf)
                            .toList());
        }
        if (type == boolean.class || type == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (type == int.class || type == long.class || Number.class.isAssignableFrom(type)) {
            return Map.of("type", "number");
        }
        return Map.class.isAssignableFrom(type) || type == Object.class ? OBJECT : Map.of("type", "string");
    }
}
