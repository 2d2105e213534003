package org.qibu.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A community's office seen from outside: what its people do over HTTP, each under their own account. */
final class Office {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String base;
    private int forms;

    Office(int port) {
        this.base = "http://localhost:" + port;
    }

    /** What came back from a request. */
    record Answer(int status, JsonNode body) {}

    /** Raises an issue as this account and tells the number the matter got. */
    String raise(String account, Map<String, Object> values) {
        var answer = post(account, "/engine-rest/process-definition/key/deliberation/submit-form", variables(values));
        if (answer.status() != 200) {
            throw new AssertionError("not raised: " + answer);
        }
        return answer.body().path("businessKey").asText();
    }

    /** Waits for a task, fills its form as this account and counts it. */
    void complete(String account, String matterNo, String taskKey, Map<String, Object> values) {
        var answer = tryToComplete(account, matterNo, taskKey, values);
        if (answer.status() != 204) {
            throw new AssertionError(account + " could not complete " + taskKey + ": " + answer);
        }
        forms++;
    }

    Answer tryToComplete(String account, String matterNo, String taskKey, Map<String, Object> values) {
        return post(
                account, "/engine-rest/task/" + task(account, matterNo, taskKey) + "/submit-form", variables(values));
    }

    /** How many forms were completed here so far. */
    int forms() {
        return forms;
    }

    /** The id of an open task of the matter, as this account sees it. */
    String task(String account, String matterNo, String taskKey) {
        return Awaitility.await(taskKey + " of " + matterNo)
                .atMost(Duration.ofSeconds(10))
                .until(() -> find(account, matterNo, taskKey), id -> !id.isEmpty());
    }

    private String find(String account, String matterNo, String taskKey) {
        for (var task : tasks(account, matterNo)) {
            if (task.path("taskDefinitionKey").asText().equals(taskKey)) {
                return task.path("id").asText();
            }
        }
        return "";
    }

    JsonNode tasks(String account, String matterNo) {
        return get(account, "/engine-rest/task?processInstanceBusinessKey=" + matterNo)
                .body();
    }

    List<String> taskKeys(String account, String matterNo) {
        var keys = new ArrayList<String>();
        tasks(account, matterNo)
                .forEach(task -> keys.add(task.path("taskDefinitionKey").asText()));
        return keys;
    }

    /** Moves the training clock. */
    void advance(String period) {
        var answer = post("admin", "/api/demo/clock", Map.of("advance", period));
        if (answer.status() != 200) {
            throw new AssertionError("clock not moved: " + answer);
        }
    }

    /** Moves the training clock day by day until a task stands; weekends and holidays make waits longer. */
    void advanceUntil(String matterNo, String taskKey) {
        for (int moves = 0; !taskKeys("admin", matterNo).contains(taskKey); moves++) {
            if (moves == 40) {
                throw new AssertionError(
                        taskKey + " of " + matterNo + " does not come, but " + taskKeys("admin", matterNo));
            }
            advance(moves < 15 ? "P1D" : "P5D");
        }
    }

    /** What the training clock says. */
    Instant now() {
        return OffsetDateTime.parse(
                        get("admin", "/api/demo/clock").body().path("now").asText())
                .toInstant();
    }

    /** The mails of a kind about a matter that arrived in the inbox. */
    List<JsonNode> mails(String matterNo, String kind) {
        var mails = new ArrayList<JsonNode>();
        get("admin", "/api/demo/inbox?matterNo=" + matterNo + "&kind=" + kind)
                .body()
                .forEach(mails::add);
        return mails;
    }

    JsonNode matter(String account, String matterNo) {
        return get(account, "/api/matters/" + matterNo).body();
    }

    Answer get(String account, String path) {
        return send(request(account, path).GET());
    }

    Answer post(String account, String path, Object body) {
        return send(request(account, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(write(body))));
    }

    Answer put(String account, String path, Object body) {
        return send(request(account, path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(write(body))));
    }

    private HttpRequest.Builder request(String account, String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
        return account.isEmpty()
                ? request
                : request.header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((account + ":" + account).getBytes(StandardCharsets.UTF_8)));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            var text = response.body();
            var isJson = text.startsWith("{") || text.startsWith("[");
            return new Answer(
                    response.statusCode(),
                    isJson ? JSON.readTree(text) : JSON.getNodeFactory().textNode(text));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Values as the engine's REST interface takes them; lists go as Json. */
    static Map<String, Object> variables(Map<String, Object> values) {
        var variables = new LinkedHashMap<String, Object>();
        values.forEach((key, value) -> variables.put(
                key,
                value instanceof List<?> ? Map.of("value", write(value), "type", "Json") : Map.of("value", value)));
        return Map.of("variables", variables);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
