package org.qibu.documents.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.Filter;
import java.io.IOException;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qibu.matter.paper.Paper;
import org.qibu.matter.paper.Paper.Edition;
import org.qibu.matter.paper.PaperKind;
import org.qibu.matter.paper.Papers;
import org.qibu.process.Forms;
import org.qibu.process.ProcessTest;
import org.qibu.process.Story;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.UriUtils;

/** Who gets which paper as a file, through HTTP with the guards in front. */
class PaperDownloadsTest extends ProcessTest {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private Papers papers;

    private MockMvc web;

    @BeforeEach
    void theGuardsStandInFront() {
        web = MockMvcBuilders.webAppContextSetup(application)
                .addFilters(application.getBean("springSecurityFilterChain", Filter.class))
                .build();
    }

    @Test
    void theStaffOfTheCommunityGetEveryPaperAsWordAndPdfUnderAChineseName() throws Exception {
        var story = decided();
        for (var paper : papers.of(story.no())) {
            forStaff("clerk", paper, "pdf")
                    .andExpect(status().isOk())
                    .andExpect(content().contentType(MediaType.APPLICATION_PDF))
                    .andExpect(header().string(HttpHeaders.CONTENT_DISPOSITION, named(paper, "inline", "pdf")))
                    .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "no-store"))
                    .andExpect(content().string(containsString("%PDF-")));
            forStaff("clerk", paper, "docx")
                    .andExpect(status().isOk())
                    .andExpect(content().contentType(WORD))
                    .andExpect(header().string(HttpHeaders.CONTENT_DISPOSITION, named(paper, "attachment", "docx")));
        }
        assertThat(papers.of(story.no())).hasSize(6);
        assertThat(paper(story, PaperKind.MINUTES, Edition.STAFF).fileName()).startsWith("会议纪要-" + story.no());
    }

    private static Matcher<String> named(Paper paper, String shown, String ending) {
        var name = UriUtils.encode(paper.fileName(), "UTF-8") + "." + ending;
        return allOf(containsString(shown), containsString("filename*=UTF-8''" + name));
    }

    @Test
    void theStaffOfAnotherCommunityFindNoPaper() throws Exception {
        var paper = paper(decided(), PaperKind.DECISION, Edition.STAFF);

        forStaff("clerk-fy", paper, "pdf").andExpect(status().isNotFound());
        forStaff("clerk-fy", paper, "docx").andExpect(status().isNotFound());
        forStaff("nobody-knows", paper, "pdf").andExpect(redirectedUrl("/login?ended"));
    }

    @Test
    void aWrongNumberOrAnotherMattersPaperOrAFormatThatIsNotThereIsNotFound() throws Exception {
        var paper = paper(decided(), PaperKind.DECISION, Edition.STAFF);
        var other = raise();

        asClerk("/staff/matters/" + paper.matterNo() + "/papers/" + UUID.randomUUID() + ".pdf");
        asClerk("/staff/matters/" + other.no() + "/papers/" + paper.id() + ".pdf");
        asClerk("/staff/matters/HZ-AS-2000-9999/papers/" + paper.id() + ".pdf");
        asClerk("/staff/matters/" + paper.matterNo() + "/papers/" + paper.id() + ".exe");
    }

    private void asClerk(String path) throws Exception {
        web.perform(get(path).with(user("clerk"))).andExpect(status().isNotFound());
    }

    @Test
    void whoeverIsNotLoggedInComesToTheLoginPage() throws Exception {
        var paper = paper(decided(), PaperKind.DECISION, Edition.PUBLIC);

        web.perform(get("/staff/matters/" + paper.matterNo() + "/papers/" + paper.id() + ".pdf"))
                .andExpect(status().isFound())
                .andExpect(redirectedUrl("/login"));
    }

    @Test
    void everybodyReadsTheMaskedOpinionAndDecision() throws Exception {
        var story = raise().verify()
                .study()
                .by("secretary", "task_fixAgenda", Forms.with(Forms.onAgenda(), "topicText", "请沈巧云家门口装路灯"))
                .fire("timer_noticeOver")
                .meet(Forms.with(Forms.met(10), "draftResult", "在沈巧云家门口装路灯。"))
                .by("rep", "task_confirmOpinion", Forms.with(Forms.confirmed(true), "finalText", "在沈巧云家门口装路灯。"))
                .confirm();
        for (var kind : new PaperKind[] {PaperKind.OPINION, PaperKind.DECISION}) {
            var paper = paper(story, kind, Edition.PUBLIC);
            var file = forEverybody(paper)
                    .andExpect(status().isOk())
                    .andExpect(content().contentType(MediaType.APPLICATION_PDF))
                    .andExpect(header().string(HttpHeaders.CONTENT_DISPOSITION, named(paper, "inline", "pdf")))
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
            assertThat(text(file)).contains("沈某某").doesNotContain(Forms.NAME);
            page(story).andExpect(content().string(containsString("/papers/" + paper.id() + ".pdf")));
        }
    }

    @Test
    void everybodyReadsTheResultOfAVote() throws Exception {
        var story = agreed("RES_MAJOR")
                .by("secretary", "task_partyStudy", Forms.partyStudied("SUBMIT"))
                .poll(electorate("RESIDENTS_REP_MEETING").id());
        var entitled = electorate("RESIDENTS_REP_MEETING").total().heads();
        story.vote(entitled, entitled);

        forEverybody(paper(story, PaperKind.VOTE_RESULT, Edition.PUBLIC)).andExpect(status().isOk());
        assertThat(paper(story, PaperKind.DECISION, Edition.PUBLIC).fileName()).isEqualTo("决议书-" + story.no() + "-隐名");
    }

    @Test
    void nobodyButStaffGetsAnEditionWithNames() throws Exception {
        var story = decided();
        for (var kind : new PaperKind[] {PaperKind.MINUTES, PaperKind.OPINION, PaperKind.DECISION}) {
            hiddenFromThePublic(story, paper(story, kind, Edition.STAFF));
        }
    }

    @Test
    void minutesAndLettersAreForThoseTheyAreSentToOnly() throws Exception {
        var decided = decided();
        hiddenFromThePublic(decided, paper(decided, PaperKind.MINUTES, Edition.PUBLIC));
        var refused = raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "illegalDemand", true));
        hiddenFromThePublic(refused, paper(refused, PaperKind.REJECTION, Edition.PUBLIC));
        var referred = raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "governmentDuty", true));
        hiddenFromThePublic(referred, paper(referred, PaperKind.REFERRAL, Edition.PUBLIC));
        var turnedDown = raise().verify().study().by("secretary", "task_fixAgenda", Forms.notOnAgenda());
        turnedDown.explain();
        hiddenFromThePublic(turnedDown, paper(turnedDown, PaperKind.NOT_ADOPTED, Edition.PUBLIC));
    }

    private void hiddenFromThePublic(Story story, Paper paper) throws Exception {
        forEverybody(paper).andExpect(status().isNotFound());
        page(story).andExpect(content().string(not(containsString(paper.id().toString()))));
    }

    private ResultActions page(Story story) throws Exception {
        return web.perform(get("/matters/" + story.no())).andExpect(status().isOk());
    }

    private ResultActions forStaff(String account, Paper paper, String ending) throws Exception {
        return web.perform(get("/staff/matters/" + paper.matterNo() + "/papers/" + paper.id() + "." + ending)
                .with(user(account)));
    }

    private ResultActions forEverybody(Paper paper) throws Exception {
        return web.perform(get("/matters/" + paper.matterNo() + "/papers/" + paper.id() + ".pdf"));
    }

    private Paper paper(Story story, PaperKind kind, Edition edition) {
        return papers.of(story.no()).stream()
                .filter(paper -> paper.kind() == kind && paper.edition() == edition)
                .findFirst()
                .orElseThrow();
    }

    private static String text(byte[] file) throws IOException {
        try (var document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document).replaceAll("\\R", "");
        }
    }
}
