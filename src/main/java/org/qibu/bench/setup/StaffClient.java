package org.qibu.bench.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Speaks to a running jar as its staff do: each request with account and password, which are the same there. */
public final class StaffClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration UPLOAD_PATIENCE = Duration.ofMinutes(10);
    private static final String BOUNDARY = "qibu-bench";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String address;

    public StaffClient(String address) {
        this.address = address;
    }

    /** What came back; the body is missing where there was none. */
    public record Answer(int status, JsonNode body) {

        /** The body of what was done as asked. */
        public JsonNode orFail() {
            if (status >= 300) {
                throw new IllegalStateException(status + " " + body);
            }
            return body;
        }
    }

    public Answer get(String account, String path) throws IOException {
        return send(request(account, path).GET());
    }

    public Answer post(String account, String path, Object body) throws IOException {
        return send(request(account, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    /** A page as somebody without a login reads it. */
    public Answer getAsAnybody(String path) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .GET());
    }

    /** A file handed in as a form does. */
    public Answer upload(String account, String path, String name, byte[] content) throws IOException {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(account, path)
                .timeout(UPLOAD_PATIENCE)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Values as the engine's REST interface takes them; what has parts goes as Json. */
    public static Map<String, Object> form(Map<String, Object> values) {
        var variables = new LinkedHashMap<String, Object>();
        values.forEach((key, value) -> variables.put(key, variable(value)));
        return Map.of("variables", variables);
    }

    private static Map<String, Object> variable(Object value) {
        try {
            return value instanceof Collection || value instanceof Map
                    ? Map.of("type", "Json", "value", JSON.writeValueAsString(value))
                    : Map.of("value", value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private HttpRequest.Builder request(String account, String path) {
        var password = Base64.getEncoder().encodeToString((account + ":" + account).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + password);
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            var body = answer.body();
            var isJson = body.length > 0 && (body[0] == '{' || body[0] == '[');
            return new Answer(answer.statusCode(), isJson ? JSON.readTree(body) : JSON.missingNode());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
