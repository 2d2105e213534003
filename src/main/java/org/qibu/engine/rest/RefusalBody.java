package org.qibu.engine.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** A refusal as programs and the web apps read it: {@code type}, {@code message} and {@code fields}. */
final class RefusalBody {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RefusalBody() {}

    static Map<String, Object> of(String type, String sentence, List<Map<String, String>> fields) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", type);
        body.put("message", sentence);
        body.put("fields", fields);
        return body;
    }

    /** Answers from a filter, where no resource of the engine is at hand. */
    static void write(HttpServletResponse response, HttpStatus status, String type, String sentence)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(JSON.writeValueAsString(of(type, sentence, List.of())));
    }
}
