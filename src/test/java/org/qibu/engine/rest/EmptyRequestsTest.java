package org.qibu.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qibu.process.ProcessTest;
import org.qibu.process.RestByHand;
import org.qibu.process.Story;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.context.WebApplicationContext;

/**
 * Nonsense ends in 500: a request that may be asked, but without what it has to say, or with null in its place, is the fault of
 * whoever sent it. Each request that takes JSON is sent so to something that is there.
 */
class EmptyRequestsTest extends ProcessTest {

    private static final List<String> BODIES = List.of(
            "{}",
            "{\"variables\":null}",
            "{\"variables\":{\"a\":null}}",
            "{\"variables\":{\"a\":{}}}",
            "{\"name\":\"x\"}",
            "{\"type\":0}",
            "{\"permissions\":null,\"type\":0}",
            "{\"orQueries\":[null]}",
            "{\"processDefinitionKeyNotIn\":[]}",
            "{\"id\":null,\"retries\":null}",
            "{\"profile\":{}}",
            "{\"profile\":null,\"credentials\":null}",
            "{\"businessKey\":null}");

    @Autowired
    WebApplicationContext application;

    @Test
    void noRequestWithoutItsContentIsAFaultOfOurs() throws IOException {
        var rest = RestByHand.of(application);
        var story = raise();
        var filters = engine.getFilterService();
        var list = as(
                "admin", () -> filters.saveFilter(filters.newTaskFilter("请求试用")).getId());
        var identities = engine.getIdentityService();
        as("admin", () -> identities.saveTenant(identities.newTenant("ZZ-ZZ")));
        var faults = new ArrayList<String>();
        for (var line : asked()) {
            var parts = line.split("\\s+");
            for (var body : BODIES) {
                var path = parts[1].replace("{key}", parts[1].startsWith("/process") ? "deliberation" : "route-track")
                        .replace("{id}", idOf(parts[1].split("/")[1], story, list));
                var status = rest.status("admin", parts[0], path, body);
                if (status >= 500) {
                    faults.add(status + " " + parts[0] + " " + path + " " + body);
                }
            }
        }
        as("admin", () -> {
            filters.deleteFilter(list);
            identities.deleteTenant("ZZ-ZZ");
        });
        assertThat(faults).isEmpty();
    }

    private static List<String> asked() throws IOException {
        var list = new ClassPathResource("engine/allowed-requests.txt").getContentAsString(StandardCharsets.UTF_8);
        return list.lines()
                .filter(line -> line.matches("(POST|PUT) +/(?!camunda/).* json"))
                // what would stop the processes the other tests use
                .filter(line -> !line.contains("/suspended"))
                .toList();
    }

    private String idOf(String kind, Story story, String list) {
        return switch (kind) {
            case "task" -> story.task("task_verifyIssue").getId();
            case "filter" -> list;
            case "process-definition" ->
                engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("deliberation")
                        .latestVersion()
                        .singleResult()
                        .getId();
            case "tenant" -> "ZZ-ZZ";
            default -> "some-id";
        };
    }
}
