package org.qibu.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.JsonPath;
import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qibu.matter.Matter;
import org.qibu.notices.posting.Notices;
import org.qibu.process.Forms;
import org.qibu.process.ProcessTest;
import org.qibu.process.Story;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** The doors of residents and of the sub-district, through HTTP with the guards in front. */
class PublicRequestsTest extends ProcessTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    private Notices notices;

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private ObjectMapper json;

    private MockMvc web;
    private Cookie formCookie;

    @BeforeEach
    void theGuardsStandInFront() {
        web = MockMvcBuilders.webAppContextSetup(application)
                .addFilters(application.getBean("springSecurityFilterChain", Filter.class))
                .defaultRequest(get("/").with(this::bringBack))
                .alwaysDo(answer ->
                        formCookie = Optional.ofNullable(answer.getResponse().getCookie("qibu-form"))
                                .orElse(formCookie))
                .build();
    }

    /** A test anywhere in the shared application that brings its own token leaves tokens in sessions for good. */
    @BeforeEach
    void theTokensAreThoseOfTheProduct() {
        var tokens = ReflectionTestUtils.getField(application.getBean("securityChains"), "formTokens");
        application.getBean(FilterChainProxy.class).getFilterChains().stream()
                .flatMap(chain -> chain.getFilters().stream())
                .filter(CsrfFilter.class::isInstance)
                .forEach(filter -> ReflectionTestUtils.setField(filter, "tokenRepository", tokens));
    }

    /** As a browser does with what it was given. */
    private MockHttpServletRequest bringBack(MockHttpServletRequest request) {
        if (formCookie != null && formCookie.getMaxAge() != 0) {
            request.setCookies(formCookie);
        }
        return request;
    }

    @Test
    void readingWithoutLoggingInStoresNothingHere() throws Exception {
        var story = raise();
        for (var address : List.of("/", "/matters/" + story.no(), "/notices", "/issues/new", "/login", "/matters")) {
            var answer = web.perform(get(address)).andReturn();
            assertThat(answer.getRequest().getSession(false))
                    .as(
                            "session after %s: %s %s",
                            address,
                            answer.getResponse().getStatus(),
                            answer.getRequest().getSession(false) == null
                                    ? ""
                                    : java.util.Collections.list(answer.getRequest()
                                            .getSession(false)
                                            .getAttributeNames()))
                    .isNull();
        }
    }

    /** So that everybody reads on while the disk is full: in a transaction that takes no write, each page is there. */
    @Test
    void readingWithoutLoggingInWritesNothing() {
        var story = published();
        var notice = notices.of(story.no()).get(0).id();
        var reading = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        reading.setReadOnly(true);
        for (var address : List.of(
                "/",
                "/matters",
                "/matters/" + story.no(),
                "/notices",
                "/notices/" + notice,
                "/notices/" + notice + "/print",
                "/issues/new",
                "/login",
                "/api/notices",
                "/api/matters/" + story.no())) {
            reading.executeWithoutResult(noWrite -> {
                try {
                    web.perform(get(address))
                            .andExpect(answer -> assertThat(answer.getResponse().getStatus())
                                    .as(address)
                                    .isEqualTo(200));
                } catch (Exception wrote) {
                    throw new AssertionError(address, wrote);
                }
            });
        }
    }

    @Test
    void aFormThatLayTooLongComesBackWithAllThatWasWritten() throws Exception {
        web.perform(post("/issues/new").param("description", "南门的路灯<坏>了").param("location", "南门"))
                .andExpect(forwardedUrl("/issues/new/again"));
        web.perform(post("/issues/new/again")
                        .with(csrf())
                        .param("description", "南门的路灯<坏>了")
                        .param("location", "南门"))
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("请再提交一次。")))
                .andExpect(content().string(containsString("南门的路灯&lt;坏&gt;了</textarea>")));
        var story = raise().verify().study().by("secretary", "task_fixAgenda", Forms.onAgenda());
        var objections = "/notices/" + notices.of(story.no()).get(0).id() + "/objections";
        web.perform(post(objections).param("content", "不公平")).andExpect(forwardedUrl(objections + "/again"));
        web.perform(post(objections + "/again").with(csrf()).param("content", "一楼<没>有补偿"))
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("请再提交一次。")))
                .andExpect(content().string(containsString("一楼&lt;没&gt;有补偿</textarea>")));
    }

    @Test
    void aResidentRaisesAnIssueAndFollowsIt() throws Exception {
        var answer = send("/api/issues", issue())
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.matterNo").value(matchesPattern("TX-HB-\\d{4}-\\d{4}")))
                .andExpect(jsonPath("$.receipt").value(matchesPattern("([A-Z2-9]{5}-){3}[A-Z2-9]{5}")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var story = new Story(this, JsonPath.read(answer, "$.matterNo"));
        story.waitsAt("task_verifyIssue");
        assertThat(story.matter())
                .returns("WEB", Matter::channel)
                .returns(true, Matter::proposerAnonymous)
                .returns("居民", Matter::proposerName);
        web.perform(get("/api/matters/" + story.no()))
                .andExpect(jsonPath("$.status").value("OPEN"))
                .andExpect(content().string(not(containsString(JsonPath.<String>read(answer, "$.receipt")))));
        web.perform(post("/api/matters/" + story.no() + "/withdraw")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(Map.of("receipt", JsonPath.read(answer, "$.receipt")))))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.matterNo").value(story.no()))
                .andExpect(jsonPath("$.outcome").value("WITHDRAWN"));
    }

    @Test
    void anIssueIsRefusedFieldByField() throws Exception {
        refused(Forms.with(issue(), "collectionResult", "ACCEPT"), "collectionResult");
        refused(Forms.with(issue(), "communityCode", "XX-XX"), "communityCode");
        refused(Forms.without(issue(), "communityCode"), "communityCode");
        refused(Forms.with(issue(), "title", "长".repeat(81)), "title");
        refused(Forms.with(issue(), "description", "短"), "description");
        refused(Forms.with(issue(), "location", "南门\u202E"), "location");
        refused(Forms.with(issue(), "proposerEmail", "no mail"), "proposerEmail");
        refused(Forms.with(issue(), "title", Map.of("a", "b")), "title");
        web.perform(post("/api/issues").contentType(MediaType.APPLICATION_JSON).content("[]"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errorId").isNotEmpty());
    }

    private void refused(Map<String, Object> values, String key) throws Exception {
        send("/api/issues", values)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(
                        jsonPath("$.fields[?(@.key == '" + key + "')].message").isNotEmpty())
                .andExpect(jsonPath("$.detail").value(containsString("。")));
    }

    @Test
    void aRequestOfAProgramThatComesTwiceRaisesOneIssue() throws Exception {
        var first = keyed("203.0.113.20", "key-1", issue()).andExpect(status().isCreated());
        var again = keyed("203.0.113.20", "key-1", issue()).andExpect(status().isCreated());
        assertThat(said(again)).isEqualTo(said(first));
        keyed("203.0.113.20", "key-1", Forms.with(issue(), "title", "北门路灯坏了")).andExpect(status().isConflict());
        assertThat(said(keyed("203.0.113.20", "key-2", issue()).andExpect(status().isCreated())))
                .isNotEqualTo(said(first));
        assertThat(said(keyed("203.0.113.21", "key-1", issue()).andExpect(status().isCreated())))
                .as("whoever guesses the key elsewhere gets no receipt of others")
                .isNotEqualTo(said(first));
        keyed("203.0.113.20", "key-3", Forms.with(issue(), "location", "")).andExpect(status().isBadRequest());
        keyed("203.0.113.20", "key-3", issue()).andExpect(status().isCreated());
    }

    private ResultActions keyed(String address, String key, Map<String, Object> values) throws Exception {
        return web.perform(
                sending("/api/issues", values).header("Idempotency-Key", key).with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                }));
    }

    private static String said(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void oneAddressRaisesThirtyAnHourAndNoMoreAndWhatWasRefusedDoesNotCount() throws Exception {
        fromAddress("203.0.113.7", Map.of()).andExpect(status().isBadRequest());
        for (int i = 0; i < 30; i++) {
            fromAddress("203.0.113.7", issue()).andExpect(status().isCreated());
        }
        fromAddress("203.0.113.7", issue())
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists(HttpHeaders.RETRY_AFTER))
                .andExpect(jsonPath("$.detail").value(containsString("频繁")));
        fromAddress("203.0.113.8", issue()).andExpect(status().isCreated());
    }

    private ResultActions fromAddress(String address, Map<String, Object> values) throws Exception {
        return web.perform(sending("/api/issues", values).with(request -> {
            request.setRemoteAddr(address);
            return request;
        }));
    }

    @Test
    void aStrangerIsRefusedInTheSameWordsWhateverIsWrongAndAnUnknownMatterIsNotFound() throws Exception {
        var story = raise();
        var foreign = raise().matter().receipt();
        var words = List.of(
                sentence(send(at(story, "withdraw"), Map.of("receipt", foreign)).andExpect(status().isForbidden())),
                sentence(send(at(story, "withdraw"), Map.of()).andExpect(status().isForbidden())),
                sentence(send(at(story, "replies"), Map.of("receipt", "x", "reply", "y"))
                        .andExpect(status().isForbidden())),
                sentence(web.perform(as("clerk-fy", sending(at(story, "withdraw"), Map.of())))
                        .andExpect(status().isForbidden())),
                sentence(web.perform(as("teller", sending(at(story, "withdraw"), Map.of())))
                        .andExpect(status().isForbidden())));
        assertThat(words.stream().distinct()).singleElement().asString().endsWith("。");
        send("/api/matters/HZ-AS-2026-9999/withdraw", Map.of("receipt", foreign))
                .andExpect(status().isNotFound());
        web.perform(sending(at(story, "withdraw"), Map.of()).header(HttpHeaders.AUTHORIZATION, basic("clerk", "wrong")))
                .andExpect(status().isUnauthorized());
        assertThat(story.matter().isClosed()).isFalse();
    }

    private static String sentence(ResultActions answer) throws Exception {
        return JsonPath.read(answer.andReturn().getResponse().getContentAsString(), "$.detail");
    }

    @Test
    void staffActOnBehalfWithTheirPassword() throws Exception {
        var story = raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "verified", false));
        web.perform(as("facilitator", sending(at(story, "replies"), Map.of("reply", "电话补充：三号楼。"))))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.step").value("S1"));
        story.waitsAt("task_verifyIssue");
        web.perform(as("clerk", sending(at(story, "replies"), Map.of("reply", "再补充。"))))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("没有等您补充")));
        web.perform(as("clerk", sending(at(story, "recheck"), Map.of())))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("reason"));
        web.perform(as("clerk", sending(at(story, "revive"), Map.of()))).andExpect(status().isConflict());
    }

    @Test
    void aSessionActsOnBehalfOnlyWithItsToken() throws Exception {
        var story = raise();
        var session = login("clerk");
        web.perform(sending(at(story, "withdraw"), Map.of()).session(session)).andExpect(status().isForbidden());
        assertThat(story.matter().isClosed()).isFalse();
        web.perform(post("/staff/matters/" + story.no() + "/acts/withdraw")
                        .session(session)
                        .param("_csrf", token(session, "/staff/matters/" + story.no()))
                        .param("text", "来电话说不用了"))
                .andExpect(redirectedUrl("/staff/matters/" + story.no() + "#acts"));
        story.endedAs("WITHDRAWN");
    }

    @Test
    void thePublicPageOffersWhatMakesSenseAndKeepsWhatWasWritten() throws Exception {
        var story = raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "verified", false));
        var session = new MockHttpSession();
        var page = page(session, "/matters/" + story.no());
        assertThat(page).contains("/acts/replies", "/acts/withdraw").doesNotContain("/acts/recheck", "/acts/revive");
        var token = token(session, "/matters/" + story.no());
        web.perform(post("/matters/" + story.no() + "/acts/replies")
                        .session(session)
                        .param("_csrf", token)
                        .param("receipt", "wrong")
                        .param("text", "三号楼<b>东侧"))
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("三号楼&lt;b&gt;东侧</textarea>")))
                .andExpect(content().string(containsString("replies-receipt-fault")));
        web.perform(post("/matters/" + story.no() + "/acts/replies")
                        .session(session)
                        .param("_csrf", token)
                        .param("receipt", story.matter().receipt())
                        .param("text", " "))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("replies-text-fault")));
        web.perform(post("/matters/" + story.no() + "/acts/replies")
                        .session(session)
                        .param("receipt", story.matter().receipt())
                        .param("text", "三号楼东侧"))
                .andExpect(forwardedUrl("/matters/" + story.no() + "/acts/replies/again"));
        web.perform(post("/matters/" + story.no() + "/acts/replies/again")
                        .with(csrf())
                        .param("receipt", story.matter().receipt())
                        .param("text", "三号楼东侧"))
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("请再提交一次。")))
                .andExpect(content().string(containsString("三号楼东侧</textarea>")))
                .andExpect(content()
                        .string(containsString("value=\"" + story.matter().receipt())));
        story.waitsAt("task_askMore");
        var later = new MockHttpSession();
        var fresh = token(later, "/matters/" + story.no());
        web.perform(post("/matters/" + story.no() + "/acts/replies")
                        .session(later)
                        .param("_csrf", fresh)
                        .param("receipt", story.matter().receipt())
                        .param("text", "三号楼东侧"))
                .andExpect(redirectedUrl("/matters/" + story.no() + "#acts"));
        story.waitsAt("task_verifyIssue");
        web.perform(post("/matters/" + story.no() + "/acts/replies")
                        .session(later)
                        .param("_csrf", fresh)
                        .param("receipt", story.matter().receipt())
                        .param("text", "晚到的话"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("晚到的话")));
        assertThat(page(new MockHttpSession(), "/matters/" + decided().no())).doesNotContain("/acts/");
    }

    @Test
    void theFormForResidentsSaysWhatIsWrongAndShowsTheReceiptOnce() throws Exception {
        var session = new MockHttpSession();
        var token = token(session, "/issues/new");
        web.perform(entry(session, token, "太短", "HZ-AS"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("太短</textarea>")))
                .andExpect(content().string(containsString("description-fault")));
        var text = "南门的路灯坏了一个星期。晚上出门看不清，希望尽快修好。";
        var before = matters.search(List.of("HZ-AS"), "南门的路灯", "", 50, 0).size();
        for (int press = 0; press < 2; press++) {
            web.perform(entry(session, token, text, "HZ-AS")).andExpect(redirectedUrl("/issues/received"));
        }
        var raised = matters.search(List.of("HZ-AS"), "南门的路灯", "", 50, 0);
        assertThat(raised).hasSize(before + 1);
        assertThat(raised.get(0).title()).isEqualTo("南门的路灯坏了一个星期");
        assertThat(page(session, "/issues/received"))
                .contains(raised.get(0).matterNo(), raised.get(0).receipt());
        web.perform(get("/issues/received")).andExpect(redirectedUrl("/issues/new"));
    }

    private static MockHttpServletRequestBuilder entry(
            MockHttpSession session, String token, String description, String community) {
        return post("/issues/new")
                .session(session)
                .param("_csrf", token)
                .param("description", description)
                .param("location", "爱山新村南门")
                .param("communityCode", community);
    }

    @Test
    void theSubDistrictHandsTheWorkOverAndTheTasksFollowAtOnce() throws Exception {
        var story = decided().by("clerk", "task_plan", Forms.planned(2)).workableBy("task_progress", "property");
        engine.getTaskService().claim(story.task("task_progress").getId(), "property");
        web.perform(as("subdistrict", sending(at(story, "lead-unit"), handOver())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.leadUnit").value("resident-units"));
        assertThat(story.matter().leadUnit()).isEqualTo("resident-units");
        assertThat(story.task("task_progress").getAssignee()).isNull();
        story.workableBy("task_progress", "unit");
        assertThat(story.timeline()).last().isEqualTo("handedOver");
        story.by("unit", "task_progress", Forms.done())
                .by("unit", "task_progress", Forms.done())
                .workableBy("task_acceptWork", "watcher")
                .by("watcher", "task_acceptWork", Forms.accepted(false))
                .workableBy("task_rectify", "unit")
                .by("unit", "task_rectify", Forms.rectified())
                .acceptWork()
                .waitsAt("task_draftFeedback");
    }

    @Test
    void neitherTheNewNorTheFormerLeadUnitJudgesTheWork() throws Exception {
        var memberships = List.of("unit", "property");
        memberships.forEach(account -> engine.getIdentityService().createMembership(account, "result-supervisors"));
        try {
            var story = decided().work().workableBy("task_acceptWork", "watcher", "unit");
            engine.getTaskService().claim(story.task("task_acceptWork").getId(), "unit");
            web.perform(as("leader", sending(at(story, "lead-unit"), handOver())))
                    .andExpect(status().isOk());
            assertThat(story.task("task_acceptWork").getAssignee()).isNull();
            story.workableBy("task_acceptWork", "watcher");
        } finally {
            memberships.forEach(account -> engine.getIdentityService().deleteMembership(account, "result-supervisors"));
        }
    }

    @Test
    void bothUnitsAndTheProposerAreTold() throws Exception {
        var story = decided().plan();
        var database = application.getBean(org.springframework.jdbc.core.simple.JdbcClient.class);
        database.sql("""
                        update organisation set email = code || '@unit.example'
                        where community_code = 'HZ-AS' and code in ('property-firm', 'resident-units')""").update();
        web.perform(as("subdistrict", sending(at(story, "lead-unit"), handOver())))
                .andExpect(status().isOk());
        assertThat(story.mailsTo("property-firm@unit.example")).hasSize(1);
        assertThat(story.mailsTo("resident-units@unit.example")).hasSize(1);
        assertThat(story.mails())
                .last()
                .satisfies(mail -> assertThat(mail.address()).isEqualTo(Forms.EMAIL));
    }

    @Test
    void aHandOverIsRefusedToOthersAndAtOtherTimesAndWithoutSense() throws Exception {
        var story = decided().plan();
        refusedHandOver(story, "clerk", handOver(), 403);
        refusedHandOver(story, "clerk-fy", handOver(), 404);
        refusedHandOver(story, "subdistrict", Map.of("leadUnit", "nobody", "reason", "人手不足"), 422);
        refusedHandOver(story, "subdistrict", Map.of("leadUnit", "property-firm", "reason", "人手不足"), 422);
        refusedHandOver(story, "subdistrict", Map.of("leadUnit", "resident-units"), 422);
        web.perform(sending(at(story, "lead-unit"), handOver())).andExpect(status().isUnauthorized());
        refusedHandOver(raise(), "subdistrict", handOver(), 409);
        refusedHandOver(decided(), "subdistrict", handOver(), 409);
        refusedHandOver(worked(), "subdistrict", handOver(), 409);
        assertThat(story.matter().leadUnit()).isEqualTo("property-firm");
        story.workableBy("task_progress", "property");
    }

    @Test
    void whatWasDoneAtOnceInAnEmergencyIsWrittenDownAndTold() throws Exception {
        var story = raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "safetyRisk", true));
        web.perform(as("property", sending(at(story, "emergency-work"), Map.of("text", "当天抽排积水。"))))
                .andExpect(status().isCreated());
        assertThat(story.record("emergency-work")).containsEntry("text", "当天抽排积水。");
        assertThat(story.timeline()).contains("emergencyWork");
        assertThat(story.mails()).last().extracting(mail -> mail.address()).isEqualTo(Forms.EMAIL);

        refusedEmergencyWork(story, "property", Map.of("text", " "), 422);
        refusedEmergencyWork(story, "teller", Map.of("text", "抽水"), 403);
        refusedEmergencyWork(story, "clerk-fy", Map.of("text", "抽水"), 404);
        refusedEmergencyWork(raise(), "clerk", Map.of("text", "抽水"), 409);
    }

    private void refusedEmergencyWork(Story story, String account, Map<String, Object> sent, int status)
            throws Exception {
        web.perform(as(account, sending(at(story, "emergency-work"), sent)))
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.detail").value(containsString("。")));
    }

    private void refusedHandOver(Story story, String account, Map<String, Object> sent, int status) throws Exception {
        web.perform(as(account, sending(at(story, "lead-unit"), sent)))
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.detail").value(containsString("。")));
    }

    @Test
    void onlyTheSubDistrictSeesTheFormThatHandsOverAndItKeepsWhatWasWritten() throws Exception {
        var story = decided().plan();
        var address = "/staff/matters/" + story.no();
        assertThat(page(login("clerk"), address)).doesNotContain("/lead-unit");
        var session = login("subdistrict");
        assertThat(page(session, address)).contains("/lead-unit").doesNotContain("/acts/");
        var answer = web.perform(post(address + "/lead-unit")
                        .session(session)
                        .param("_csrf", token(session, address))
                        .param("leadUnit", "resident-units"))
                .andExpect(redirectedUrl(address + "#handover"))
                .andReturn();
        web.perform(get(address).session(session).flashAttrs(answer.getFlashMap()))
                .andExpect(content().string(containsString("请写明更换领办单位的理由")))
                .andExpect(content().string(containsString("value=\"resident-units\" selected")));
    }

    @Test
    void staffAreShownWhatLooksLikeANameInTheTitleEverybodyReads() throws Exception {
        var story = raise().by(
                        "clerk",
                        "task_verifyIssue",
                        Forms.with(
                                Forms.with(Forms.verified(), "publicTitle", "楼道堆物，陈大力不肯搬"), "publicTitleSeen", true));

        assertThat(page(login("clerk"), "/staff/matters/" + story.no())).contains("没有遮盖：陈大力。");
    }

    private static Map<String, Object> handOver() {
        return Map.of("leadUnit", "resident-units", "reason", "物业公司撤场，改由菜市场公司接手。");
    }

    private static Map<String, Object> issue() {
        return Forms.values(
                "communityCode", "TX-HB",
                "title", "南门路灯坏了",
                "description", "南门的路灯坏了一个星期，晚上看不清路。",
                "location", "河滨小区南门");
    }

    private static String at(Story story, String door) {
        return "/api/matters/" + story.no() + "/" + door;
    }

    private ResultActions send(String address, Map<String, Object> values) throws Exception {
        return web.perform(sending(address, values));
    }

    private MockHttpServletRequestBuilder sending(String address, Map<String, Object> values) throws Exception {
        return post(address).contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(values));
    }

    private static MockHttpServletRequestBuilder as(String account, MockHttpServletRequestBuilder request) {
        return request.header(HttpHeaders.AUTHORIZATION, basic(account, account));
    }

    private static String basic(String account, String password) {
        return "Basic " + HttpHeaders.encodeBasicAuth(account, password, null);
    }

    private MockHttpSession login(String account) throws Exception {
        var session = new MockHttpSession();
        var token = token(session, "/login");
        web.perform(post("/login")
                        .session(session)
                        .param("_csrf", token)
                        .param("username", account)
                        .param("password", account))
                .andExpect(status().is3xxRedirection());
        return session;
    }

    private String page(MockHttpSession session, String address) throws Exception {
        return web.perform(get(address).session(session))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String token(MockHttpSession session, String address) throws Exception {
        var found = TOKEN.matcher(page(session, address));
        assertThat(found.find()).as("a token on " + address).isTrue();
        return found.group(1);
    }
}
