package org.qibu.matter.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import jakarta.servlet.Filter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qibu.process.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What the task list asks our pages about its tasks, and who gets an answer. */
class TasksOnPagesTest extends ProcessTest {

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private Clock clock;

    private MockMvc web;

    @BeforeEach
    void theGuardsStandInFront() {
        web = MockMvcBuilders.webAppContextSetup(application)
                .addFilters(application.getBean("springSecurityFilterChain", Filter.class))
                .build();
    }

    @Test
    void aCardSaysWhichMatterItsTaskIsAbout() throws Exception {
        var story = raise().verify();
        var other = raise();
        cards(
                        "clerk",
                        story.task("task_studyTopic").getId(),
                        other.task("task_verifyIssue").getId())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(2))
                .andExpect(jsonPath("$[?(@.matterNo == '" + story.no() + "')].title")
                        .value(matters.get(story.no()).title()))
                .andExpect(jsonPath("$[?(@.matterNo == '" + story.no() + "')].community")
                        .value("爱山街道爱山社区"))
                .andExpect(jsonPath("$[?(@.matterNo == '" + story.no() + "')].stepText")
                        .value("议题确定"))
                .andExpect(jsonPath("$[?(@.matterNo == '" + other.no() + "')].step")
                        .value("S1"));
    }

    @Test
    void aCardSaysInWordsWhenItsTaskFallsDue() throws Exception {
        var task = raise().task("task_verifyIssue");
        due(task.getId(), clock.instant().minus(Duration.ofDays(3)));
        cards("clerk", task.getId())
                .andExpect(jsonPath("$[0].dueText").value("已超期 3 天"))
                .andExpect(jsonPath("$[0].overdue").value(true))
                .andExpect(jsonPath("$[0].dueExact").value(containsString("年")));
        due(task.getId(), clock.instant().plus(Duration.ofDays(4)));
        cards("clerk", task.getId())
                .andExpect(jsonPath("$[0].dueText").value("还有 4 天到期"))
                .andExpect(jsonPath("$[0].overdue").value(false));
    }

    private void due(String taskId, Instant moment) {
        var task = engine.getTaskService().createTaskQuery().taskId(taskId).singleResult();
        task.setDueDate(Date.from(moment));
        engine.getTaskService().saveTask(task);
    }

    @Test
    void aTaskOfAnotherCommunityAndOneThatDoesNotExistAreLeftOut() throws Exception {
        var task = raise().task("task_verifyIssue").getId();
        cards("clerk-fy", task)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(0));
        cards("clerk", task, UUID.randomUUID().toString())
                .andExpect(jsonPath("$.length()").value(1));
        cards("nobody-knows", task).andExpect(status().isUnauthorized());
        web.perform(get("/api/tasks/cards").param("ids", task)).andExpect(status().isUnauthorized());
    }

    @Test
    void noMoreThanFiftyCardsAreGivenAtOnce() throws Exception {
        var fifty = IntStream.range(0, 50)
                .mapToObj(each -> UUID.randomUUID().toString())
                .toArray(String[]::new);
        cards("clerk", fifty).andExpect(status().isOk());
        cards("clerk", Collections.nCopies(51, "x").toArray(String[]::new)).andExpect(status().isOk());
        var more = IntStream.range(0, 51).mapToObj(String::valueOf).toArray(String[]::new);
        cards("clerk", more)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value("一次最多查询 50 项任务。"));
    }

    private ResultActions cards(String account, String... ids) throws Exception {
        return web.perform(get("/api/tasks/cards").param("ids", ids).with(user(account)));
    }

    @Test
    void aPhotoHandedInBesideTheFormIsShownSmallToTheStaffOfItsCommunityOnly() throws Exception {
        var story = raise();
        var address = "/api/matters/" + story.no() + "/files";
        var photo = new MockMultipartFile("file", "便道.png", "image/png", picture());
        web.perform(multipart(address).file(photo).param("kind", "photos").with(user("clerk")))
                .andExpect(status().isForbidden());
        var kept = web.perform(multipart(address)
                        .file(photo)
                        .param("kind", "photos")
                        .with(user("clerk"))
                        .with(csrf()))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$[0].name").value("便道.jpg"))
                .andReturn();
        var id = JsonPath.<String>read(kept.getResponse().getContentAsString(), "$[0].id");
        web.perform(get(address + "/" + id + "/preview").with(user("clerk")))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.IMAGE_JPEG))
                .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "no-store"));
        web.perform(get(address + "/" + id + "/preview").with(user("clerk-fy"))).andExpect(status().isNotFound());
        web.perform(get("/staff/matters/" + story.no()).with(user("clerk")))
                .andExpect(content().string(containsString(id + "/preview")));
    }

    @Test
    void aFileThatCannotBeKeptIsRefusedWithASentence() throws Exception {
        var page = new MockMultipartFile("file", "a.jpg", "image/jpeg", "<html></html>".getBytes());
        web.perform(multipart("/api/matters/" + raise().no() + "/files")
                        .file(page)
                        .with(user("clerk"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString("不是可以上传的文件")));
    }

    private static byte[] picture() throws IOException {
        var drawn = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "png", drawn);
        return drawn.toByteArray();
    }

    @Test
    void aTaskLeadsToThePageOfItsMatterEvenWhenItIsDone() throws Exception {
        var story = raise();
        var task = story.task("task_verifyIssue").getId();
        var page = "/staff/matters/" + story.no();
        open("clerk", task).andExpect(redirectedUrl(page));
        story.verify();
        assertThat(story.task("task_studyTopic").getId()).isNotEqualTo(task);
        open("clerk", task).andExpect(redirectedUrl(page));
    }

    @Test
    void whoeverMayNotSeeTheMatterGetsASentenceAndNoNumber() throws Exception {
        var story = raise();
        open("clerk-fy", story.task("task_verifyIssue").getId())
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("不在您的工作范围内")))
                .andExpect(content().string(not(containsString(story.no()))));
        open("clerk", UUID.randomUUID().toString()).andExpect(status().isNotFound());
        web.perform(get("/staff/tasks/" + story.task("task_verifyIssue").getId()))
                .andExpect(redirectedUrl("/login"));
    }

    private ResultActions open(String account, String task) throws Exception {
        return web.perform(get("/staff/tasks/" + task).with(user(account)));
    }
}
