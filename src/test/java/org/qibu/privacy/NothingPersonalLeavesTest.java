package org.qibu.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qibu.engine.FormRefused;
import org.qibu.mail.AttachmentStore;
import org.qibu.matter.MatterMasking;
import org.qibu.matter.paper.Paper.Edition;
import org.qibu.matter.paper.Papers;
import org.qibu.notices.posting.Notices;
import org.qibu.process.Canaries;
import org.qibu.process.Forms;
import org.qibu.process.ProcessTest;
import org.qibu.process.Story;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * Names, homes and numbers of people never leave the house, whoever typed them into whichever field: no page, answer, print,
 * paper, calendar file or mail that somebody outside gets shows one. A title is public when staff confirmed it.
 */
class NothingPersonalLeavesTest extends ProcessTest {

    private static final Pattern PAPER = Pattern.compile("/matters/[A-Z0-9-]+/papers/[0-9a-f-]+\\.pdf");

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Notices notices;

    @Autowired
    private AttachmentStore attachments;

    @Autowired
    private Papers papers;

    @Autowired
    private MatterMasking masking;

    private boolean whoWasPointedOutAndLeftIsShown;
    private MockMvc web;
    private Canaries canaries;

    @BeforeEach
    void theGuardsStandInFront() {
        web = MockMvcBuilders.webAppContextSetup(application)
                .addFilters(application.getBean("springSecurityFilterChain", Filter.class))
                .build();
        canaries =
                new Canaries(this, persons.find("HZ-AS", "P020").orElseThrow().name());
    }

    @Test
    void ofAMatterThatGoesThroughEveryStep() throws Exception {
        var story = infected();
        by(story, "clerk", "task_verifyIssue", Forms.verified());
        by(story, "clerk", "task_studyTopic", Forms.studied());
        by(story, "clerk", "task_nameParties", Forms.parties());
        by(story, "secretary", "task_fixAgenda", Forms.with(Forms.onAgenda(), "venueId", "家里"));
        objections.raise(story.no(), "邵蓉蓉", canaries.all());
        by(story, "clerk", "task_handleObjection", Forms.objectionHandled(false, null));
        var notice = notices.current(story.no()).orElseThrow();
        database.sql("update notice_channel set place = ? where notice_id = ?")
                .params("东门" + canaries.birds().get(4) + "家门口", notice.id())
                .update();
        nothingShows(story);
        story.fire("timer_noticeOver");
        by(story, "facilitator", "task_recordMeeting", Forms.metWithMajorObjection());
        by(story, "mediator", "task_mediate", Forms.mediated());
        story.fire("timer_roundGap");
        by(story, "facilitator", "task_recordMeeting", Forms.met(10));
        by(story, "rep", "task_confirmOpinion", Forms.confirmed(true));
        by(story, "secretary", "task_confirmConsensus", Forms.decided(true));
        by(story, "clerk", "task_plan", Forms.planned());
        assertThat(masking.of(story.matter()).mask(Canaries.STRANGER + "骑车来"))
                .as("somebody named in a row, in other texts of the matter")
                .hasToString("陈某某骑车来");
        by(story, "property", "task_progress", Forms.done());
        by(story, "watcher", "task_acceptWork", Forms.accepted(true));
        by(story, "clerk", "task_draftFeedback", Forms.drafted());
        by(story, "secretary", "task_checkNotice", Forms.noticeChecked(true));
        whoWasPointedOutAndLeftIsShown = true;
        nothingShows(story);
        story.fire("timer_noticeOver").fire("timer_surveyOver").fire("timer_returnVisitDue");
        by(story, "watcher", "task_returnVisit", Forms.visited(false));
        by(story, "supervisor", "task_evaluate", Forms.evaluatedGood());
        nothingShows(story);
    }

    @Test
    void ofAVote() throws Exception {
        var story = infected();
        by(story, "clerk", "task_verifyIssue", Forms.with(Forms.verified(), "matterType", "RES_MAJOR"));
        by(story, "clerk", "task_studyTopic", Forms.studied());
        by(story, "clerk", "task_nameParties", Forms.parties());
        by(story, "secretary", "task_fixAgenda", Forms.onAgenda());
        story.fire("timer_noticeOver");
        by(story, "facilitator", "task_recordMeeting", Forms.met(10));
        by(story, "rep", "task_confirmOpinion", Forms.confirmed(true));
        by(story, "secretary", "task_partyStudy", Forms.partyStudied("SUBMIT"));
        by(
                story,
                "clerk",
                "task_prepareBallot",
                Forms.ballot(electorate("RESIDENTS_REP_MEETING").id()));
        story.fire("timer_pollOpens").fire("timer_pollCloses");
        var heads = electorate("RESIDENTS_REP_MEETING").total().heads();
        by(story, "teller", "task_enterBallots", Forms.counted(heads, heads));
        by(story, "scrutineer", "task_certifyCount", Forms.certified(true));
        nothingShows(story);
        nothingIn(story, "the result", body("/api/polls/" + story.no() + "-P1/result"));
    }

    @Test
    void ofWhatIsTurnedDownAskedAboutOrSettledOnTheSpot() throws Exception {
        var refused = infected();
        by(refused, "clerk", "task_verifyIssue", Forms.with(Forms.verified(), "illegalDemand", true));
        nothingShows(refused);
        var asked = infected();
        by(asked, "clerk", "task_verifyIssue", Forms.with(Forms.verified(), "verified", false));
        nothingShows(asked);
        var left = infected();
        by(left, "clerk", "task_verifyIssue", Forms.verified());
        by(left, "clerk", "task_studyTopic", Forms.studied());
        by(left, "clerk", "task_nameParties", Forms.parties());
        by(left, "secretary", "task_fixAgenda", Forms.notOnAgenda());
        by(left, "clerk", "task_explainRejection", Forms.explained());
        nothingShows(left);
        var small = infected();
        by(small, "clerk", "task_verifyIssue", Forms.small());
        by(small, "facilitator", "task_settleInstantly", Forms.settled("SETTLED"));
        by(small, "clerk", "task_reportDone", Forms.values("doneText", "已清洗。"));
        nothingShows(small);
    }

    @Test
    void ofATitleThatNamesNeighboursUntilStaffConfirmedAnother() throws Exception {
        var answer = web.perform(post("/api/issues")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"communityCode\":\"HZ-AS\",\"title\":\"3幢302室范三元家养狗扰民，妻子叶二梅骂人\","
                                + "\"description\":\"楼道里的狗每天叫，晚上无法休息。\",\"location\":\"爱山新村3幢2单元302室\","
                                + "\"proposerName\":\"郭一舟\"}"))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        var story = new Story(this, JsonPath.read(answer, "$.matterNo"));

        assertThat(title(story)).startsWith("爱山社区 · ").endsWith(" · 居民反映事项");
        assertThat(body("/matters/" + story.no())).doesNotContain("范三元", "叶二梅", "302", "养狗");
        assertThat(story.matter().title()).contains("范三元");

        var task = story.task("task_verifyIssue");
        var form = as("clerk", () -> engine.getFormService().getTaskFormVariables(task.getId()));
        assertThat(form.get("publicTitle")).isEqualTo("3幢某室范某某家养狗扰民，妻子叶某某骂人");
        assertThat(String.valueOf(form.get("brief"))).contains("范三元", "叶二梅", "像是姓名");

        refused(story, Forms.without(Forms.verified(), "publicTitle"), "请填写“公开标题”。");
        refused(story, Forms.with(Forms.verified(), "publicTitle", "3幢302室养狗扰民"), "室号“302室”");
        refused(
                story,
                Forms.with(
                        Forms.verified(),
                        "publicTitle",
                        persons.find("HZ-AS", "P020").orElseThrow().name() + "养狗扰民"),
                "姓名“");
        refused(story, Forms.with(Forms.verified(), "publicTitle", "养狗扰民，请打13857200417"), "号码“13857200417”");
        story.by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "publicTitle", "3幢养狗扰民"));
        assertThat(title(story)).isEqualTo("3幢养狗扰民");
        assertThat(body("/matters/" + story.no())).contains("<h1>3幢养狗扰民</h1>", "<title>3幢养狗扰民 · ");
    }

    @Test
    void ofAMatterWhoseTitleIsConfirmedLater() throws Exception {
        var story = infected();
        by(story, "clerk", "task_verifyIssue", Forms.verified());
        database.sql("update matter set public_title = null where matter_no = ?")
                .param(story.no())
                .update();
        assertThat(title(story)).startsWith("爱山社区 · ").doesNotContain("异味");

        database.sql("update matter set public_title = title where matter_no = ?")
                .param(story.no())
                .update();
        nothingIn(story, "an older title", title(story));
    }

    @Test
    void andOnlyTheCommitteeAndGridStaffOfItsCommunitySayWhatAMatterIsCalledInPublic() throws Exception {
        var story = raise();
        var doors = Map.of(
                "clerk",
                200,
                "clerk-fy",
                404,
                "secretary",
                403,
                "teller",
                403,
                "watcher",
                403,
                "supervisor",
                403,
                "property",
                403,
                "admin",
                403,
                "modeler",
                403);
        for (var door : doors.entrySet()) {
            web.perform(putTitle(story, "楼道堆物，陈大力不肯搬")
                            .header(
                                    HttpHeaders.AUTHORIZATION,
                                    "Basic " + HttpHeaders.encodeBasicAuth(door.getKey(), door.getKey(), null)))
                    .andExpect(answer -> assertThat(answer.getResponse().getStatus())
                            .as(door.getKey())
                            .isEqualTo(door.getValue()));
        }
        web.perform(putTitle(story, "楼道堆物")).andExpect(status().isUnauthorized());
        assertThat(title(story)).isEqualTo("楼道堆物，陈大力不肯搬");

        var clerk = "Basic " + HttpHeaders.encodeBasicAuth("clerk", "clerk", null);
        var said = web.perform(putTitle(story, "楼道堆物，陈大力不肯搬").header(HttpHeaders.AUTHORIZATION, clerk))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(JsonPath.<List<String>>read(said, "$.doubts")).containsExactly("陈大力");
        for (var refused : List.of("", "长".repeat(101), "3幢201室漏水", Forms.NAME + "家漏水", "请打13857200417")) {
            web.perform(putTitle(story, refused).header(HttpHeaders.AUTHORIZATION, clerk))
                    .andExpect(status().isUnprocessableEntity());
        }
        assertThat(title(story)).isEqualTo("楼道堆物，陈大力不肯搬");
    }

    private static MockHttpServletRequestBuilder putTitle(Story story, String title) {
        return put("/api/matters/" + story.no() + "/public-title")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"publicTitle\":\"" + title + "\",\"publicTitleSeen\":true}");
    }

    @Test
    void andWhatOnlyLooksLikeANameIsPublicOnlyAfterSomebodySaidItMayBe() throws Exception {
        var story = raise();
        var clerk = "Basic " + HttpHeaders.encodeBasicAuth("clerk", "clerk", null);
        var before = title(story);
        var title = "楼道堆物，陈大力不肯搬";

        web.perform(put("/api/matters/" + story.no() + "/public-title")
                        .header(HttpHeaders.AUTHORIZATION, clerk)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"publicTitle\":\"" + title + "\"}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(answer -> assertThat(answer.getResponse().getContentAsString(StandardCharsets.UTF_8))
                        .contains("“陈大力”像是姓名或号码"));
        refused(story, Forms.with(Forms.verified(), "publicTitle", title), "“陈大力”像是姓名或号码");
        assertThat(title(story)).isEqualTo(before);

        web.perform(putTitle(story, title).header(HttpHeaders.AUTHORIZATION, clerk))
                .andExpect(status().isOk());
        assertThat(title(story)).isEqualTo(title);
        var verifying = story.task("task_verifyIssue").getId();
        var form = as("clerk", () -> engine.getFormService().getTaskFormVariables(verifying));
        assertThat(form.get("publicTitle")).isEqualTo(title);
        story.by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "publicTitle", title));
        assertThat(title(story)).isEqualTo(title);
    }

    @Test
    void ofSomebodyWhoCameOntoTheRollsLater() throws Exception {
        var story = raise().by(
                        "clerk",
                        "task_verifyIssue",
                        Forms.with(
                                Forms.with(Forms.verified(), "publicTitle", "请裘千仞和同幢住户来听一听"), "publicTitleSeen", true));
        assertThat(title(story)).contains("裘千仞");

        database.sql("insert into person (community_code, person_no, name) values ('HZ-AS', 'LATE-1', '裘千仞')")
                .update();

        assertThat(title(story)).contains("裘某某").doesNotContain("裘千仞");
    }

    @Test
    void andWhoTicksThatPrivacyWasCheckedSeesTheTextAndWhatLooksLikeANameInIt() {
        var story = worked().by(
                        "clerk",
                        "task_draftFeedback",
                        Forms.with(Forms.drafted(), "resultSummary", "已移走，由郭一舟负责；" + Forms.NAME + "表示满意。问 66123456。"));
        var task = story.task("task_checkNotice");

        var brief = String.valueOf(as("secretary", () -> engine.getFormService().getTaskFormVariables(task.getId()))
                .get("brief"));

        assertThat(brief)
                .contains("将公开的全文", "已移走，由郭一舟负责；沈某某表示满意。问 66123456。")
                .contains("1 处像是姓名", "“郭一舟”：")
                .contains("1 处像是电话、证件、账号或室号", "“66123456”：");
    }

    @Test
    void andNobodyFindsAMatterByWhatItDoesNotShow() throws Exception {
        var story = infected();
        by(story, "clerk", "task_verifyIssue", Forms.verified());

        for (var bird : canaries.birds()) {
            var found =
                    web.perform(get("/matters").param("no", bird)).andReturn().getResponse();
            assertThat(found.getStatus()).isEqualTo(200);
            assertThat(found.getContentAsString(StandardCharsets.UTF_8)).doesNotContain(story.no());
        }
    }

    private Story infected() {
        return raise(Map.of(
                "title",
                        "3幢" + Canaries.ROOM + "室" + Forms.NAME + "和"
                                + canaries.birds().get(4) + "反映异味 " + Canaries.PHONE,
                "description", "夏天异味大。" + canaries.all(),
                "location", "爱山新村3幢" + Canaries.ROOM + "室" + canaries.birds().get(4) + "家"));
    }

    private void by(Story story, String account, String task, Map<String, Object> values) {
        story.by(account, task, canaries.in(story.task(task), values));
    }

    private void refused(Story story, Map<String, Object> values, String said) {
        var task = story.task("task_verifyIssue");
        assertThatThrownBy(() -> as("clerk", () -> engine.getFormService().submitTaskForm(task.getId(), values)))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining(said);
    }

    private void nothingShows(Story story) throws Exception {
        published(story).forEach((place, text) -> {
            nothingIn(story, place, text);
            if (!whoWasPointedOutAndLeftIsShown) {
                assertThat(text).as(place).doesNotContain(Canaries.UNLISTED);
            }
        });
        mailed(story);
        assertThat(papers.of(story.no()))
                .allSatisfy(paper ->
                        assertThat(paper.fileName().endsWith("-隐名")).isEqualTo(paper.edition() == Edition.PUBLIC));
    }

    /** Everything anybody can open about a matter without a login, by its address. */
    private Map<String, String> published(Story story) throws Exception {
        var found = new LinkedHashMap<String, String>();
        var addresses = new ArrayList<>(List.of(
                "/",
                "/matters/" + story.no(),
                "/api/matters/" + story.no(),
                "/notices",
                "/api/notices",
                "/api/notices?community=HZ-AS"));
        for (var notice : notices.of(story.no())) {
            addresses.addAll(List.of(
                    "/notices/" + notice.id(),
                    "/notices/" + notice.id() + "/print",
                    "/notices/" + notice.id() + ".pdf"));
        }
        PAPER.matcher(body("/matters/" + story.no())).results().forEach(paper -> addresses.add(paper.group()));
        for (var address : addresses) {
            found.put(address, body(address));
        }
        return found;
    }

    private void mailed(Story story) {
        database.sql(
                        "select name, subject, text, html, invite, attachments::text as files from outbox_mail where matter_no = ?")
                .param(story.no())
                .query((row, number) -> {
                    var own = row.getString("name");
                    nothingIn(story, "a subject", row.getString("subject"));
                    assertThat(row.getString("text")).as("a mail to %s", own).doesNotContain(Canaries.UNLISTED);
                    nothingIn(story, "a mail to " + own, row.getString("text").replaceFirst(own, ""));
                    nothingIn(
                            story,
                            "a page of a mail to " + own,
                            row.getString("html").replaceFirst(own, ""));
                    var invite = row.getString("invite");
                    if (invite != null) {
                        var unfolded = invite.replaceAll("\r?\n[ \t]", "");
                        nothingIn(story, "an invitation", unfolded.replaceFirst("(?m)^ATTENDEE.*$", ""));
                    }
                    for (String file : JsonPath.<List<String>>read(row.getString("files"), "$[*].reference")) {
                        nothingIn(story, "an attachment", pdf(attachments.content(file)));
                    }
                    assertThat(JsonPath.<List<String>>read(row.getString("files"), "$[*].fileName"))
                            .allMatch(name -> name.endsWith("-隐名.pdf"));
                    return own;
                })
                .list();
    }

    /** Fractions of a second are left out: six digits by chance hold any four of somebody's number. */
    private void nothingIn(Story story, String place, String text) {
        var dense = text.replaceAll("(?<=:\\d\\d)\\.\\d+Z", "Z").replaceAll("\\s+", "");
        assertThat(canaries.birds())
                .as("%s of %s", place, story.no())
                .allSatisfy(bird -> assertThat(dense).doesNotContain(bird));
    }

    private String title(Story story) throws Exception {
        return JsonPath.read(body("/api/matters/" + story.no()), "$.title");
    }

    private String body(String address) throws Exception {
        MockHttpServletResponse answer =
                web.perform(get(address)).andExpect(status().isOk()).andReturn().getResponse();
        return "application/pdf".equals(answer.getContentType())
                ? pdf(answer.getContentAsByteArray())
                : answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private static String pdf(byte[] content) {
        try (var file = Loader.loadPDF(content)) {
            return new PDFTextStripper().getText(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
