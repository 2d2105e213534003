package org.qibu.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qibu.matter.MatterCode;
import org.qibu.matter.Parties.Participant;
import org.qibu.matter.Party;
import org.qibu.notices.posting.Notices;
import org.qibu.process.Forms;
import org.qibu.process.ProcessTest;
import org.qibu.process.Story;
import org.qibu.sheets.Column;
import org.qibu.sheets.writer.SheetWriter;
import org.qibu.voting.ballots.PaperBallot;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Votes over HTTP: who may hand in ballots, who may read them, and what everybody may know. */
class PollRequestsTest extends ProcessTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    ObjectMapper json;

    @Autowired
    Notices notices;

    private MockMvc web;

    @BeforeEach
    void openTheDoors() {
        web = MockMvcBuilders.webAppContextSetup(application)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
    }

    private Story prepared() {
        var owners = electorate("OWNERS");
        return agreed("OWN_5_USE_FUND")
                .by("owners", "task_prepareBallot", Forms.with(Forms.ballot(owners.id()), "method", "PAPER"));
    }

    private Story opened() {
        return prepared().fire("timer_pollOpens");
    }

    private static String at(Story story, String door) {
        return "/api/polls/" + story.poll().pollId() + "/" + door;
    }

    private static MockHttpServletRequestBuilder as(String account, MockHttpServletRequestBuilder request) {
        return request.header(
                HttpHeaders.AUTHORIZATION, "Basic " + HttpHeaders.encodeBasicAuth(account, account, null));
    }

    private ResultActions enter(String account, Story story, Object... holdersAndChoices) throws Exception {
        var ballots = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < holdersAndChoices.length; i += 2) {
            ballots.add(Map.of("rightHolderId", holdersAndChoices[i], "choice", holdersAndChoices[i + 1]));
        }
        return web.perform(as(account, post(at(story, "paper-ballots")))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(Map.of("ballots", ballots))));
    }

    @Test
    void ballotsAreTakenFromTellersOfTheCommunityWhileTheVoteRuns() throws Exception {
        var prepared = prepared();
        enter("teller", prepared, "O001", "AGREE")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("还没有开始")));
        var story = prepared.fire("timer_pollOpens");
        enter("teller", story, "O001", "AGREE", "O002", "AGAINST", "O001", "AGAINST")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.accepted").value(2))
                .andExpect(jsonPath("$.duplicates", hasSize(1)))
                .andExpect(jsonPath("$.duplicates[0].row").value(3));
        enter("clerk", story, "O003", "AGREE").andExpect(status().isForbidden());
        enter("scrutineer", story, "O003", "AGREE").andExpect(status().isForbidden());
        enter("clerk-fy", story, "O003", "AGREE").andExpect(status().isNotFound());
        web.perform(post(at(story, "paper-ballots"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isUnauthorized());
        story.fire("timer_pollCloses").by("teller", "task_enterBallots", Map.of("ballotsComplete", true));
        enter("teller", story, "O003", "AGREE").andExpect(status().isConflict());
    }

    @Test
    void oneWrongRowKeepsAllOutAndIsNamed() throws Exception {
        var story = opened();
        enter("teller", story, "O001", "AGREE", "O999", "AGREE", "O002", "MAYBE")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors", hasSize(2)))
                .andExpect(jsonPath("$.errors[0].row").value(2))
                .andExpect(jsonPath("$.errors[0].field").value("rightHolderId"))
                .andExpect(jsonPath("$.errors[1].field").value("choice"));
        assertThat(box.of(story.poll())).isEmpty();
    }

    @Test
    void aTableDoesAsWellAsAProgram() throws Exception {
        var story = opened();
        web.perform(as("teller", post(at(story, "paper-ballots")))
                        .contentType("text/csv")
                        .content("表决权人编号,选择\nO001,同意\nO002,反对\n".getBytes(Charset.forName("GB18030"))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.accepted").value(2));
        var table = new SheetWriter()
                .xlsx(
                        "选票",
                        List.of(
                                Column.required("rightHolderId", "表决权人编号"),
                                Column.required("choice", "选择"),
                                Column.optional("proxyDoc", "委托书")),
                        List.of(List.of("O003", "弃权", "委托书.pdf"), List.of("O004", "", "")));
        web.perform(as(
                        "teller",
                        multipart(at(story, "paper-ballots"))
                                .file(new MockMultipartFile("file", "选票.xlsx", "application/octet-stream", table))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.accepted").value(1));
        web.perform(as("teller", post(at(story, "paper-ballots")))
                        .contentType("text/csv")
                        .content("房号,选择\n101,同意\n".getBytes(StandardCharsets.UTF_8)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString("表决权人编号")));
    }

    @Test
    void whatSomebodyChoseIsForTellersAndScrutineersOnly() throws Exception {
        var story = opened().ballots("teller", List.of("O001"), "AGAINST");
        for (var counter : List.of("teller", "scrutineer2")) {
            web.perform(as(counter, get(at(story, "paper-ballots"))))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$[0].choice").value("AGAINST"));
        }
        for (var other : List.of("clerk", "secretary", "owners", "supervisor", "modeler", "admin", "bureau")) {
            web.perform(as(other, get(at(story, "paper-ballots")))).andExpect(status().isForbidden());
            web.perform(as(other, get("/api/matters/" + story.no())))
                    .andExpect(content().string(not(containsString("AGAINST"))));
        }
        story.fire("timer_pollCloses").by("teller", "task_enterBallots", Map.of("ballotsComplete", true));
        assertThat(json.writeValueAsString(records.of(story.no()))).doesNotContain("AGAINST");
    }

    /** The list a teller types on the matter's page waits for its task, which all staff of the community may look at. */
    @Test
    void ballotsTypedAsAListAreShownToWhoeverCountsAndNobodyElse() throws Exception {
        var story = opened().fire("timer_pollCloses");
        web.perform(as("teller", put("/api/matters/" + story.no() + "/rows/ballots"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("[{\"rightHolderId\":\"O001\",\"choice\":\"AGAINST\"}]"))
                .andExpect(status().isOk());
        var task = story.task("task_enterBallots").getId();
        for (var other : List.of("clerk", "secretary", "scrutineer", "supervisor", "admin")) {
            assertThat(as(other, () -> engine.getFormService().getTaskFormVariables(task)))
                    .as("form shown to %s", other)
                    .containsKey("brief")
                    .doesNotContainKey("ballots");
            web.perform(as(other, get("/api/matters/" + story.no() + "/rows/ballots")))
                    .andExpect(status().isForbidden());
        }
        assertThat(as("teller", () -> engine.getFormService().getTaskFormVariables(task))
                        .get("ballots")
                        .toString())
                .contains("AGAINST");
    }

    @Test
    void ofManyBallotsOfOneOwnerThatComeAtOnceExactlyOneCounts() throws Exception {
        var story = opened();
        var pollId = story.poll().pollId();
        var hurry = Executors.newFixedThreadPool(8);
        try {
            var all = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 16; i++) {
                var teller = i % 2 == 0 ? "teller" : "teller2";
                var choice = i % 3 == 0 ? "AGAINST" : "AGREE";
                all.add(() -> box.enter(pollId, List.of(new PaperBallot(1, "O001", choice, "", "")), teller)
                        .accepted());
            }
            var accepted = 0;
            for (var one : hurry.invokeAll(all)) {
                accepted += one.get();
            }
            assertThat(accepted).isOne();
        } finally {
            hurry.shutdown();
        }
        assertThat(box.of(story.poll()))
                .hasSize(16)
                .filteredOn(ballot -> !ballot.duplicate())
                .hasSize(1);
    }

    @Test
    void theResultHangsOnOneSheetOfPaperWithEveryNumberAndACodeThatLeadsToIt() throws Exception {
        var owners = electorate("OWNERS");
        var ballot = Forms.with(Forms.ballot(owners.id()), "method", "PAPER");
        var story = agreed("OWN_6_RAISE_FUND")
                .by(
                        "owners",
                        "task_prepareBallot",
                        Forms.with(ballot, "question", "是否同意筹集维修资金，用于更换各幢电梯的主机、曳引绳和控制柜，费用按专有部分面积分摊？"))
                .fire("timer_pollOpens");
        story.ballots("teller", story.roll(), "AGREE")
                .fire("timer_pollCloses")
                .by("teller", "task_enterBallots", Map.of("ballotsComplete", true))
                .by("scrutineer", "task_certifyCount", Forms.certified(true));
        var notice = notices.current(story.no()).orElseThrow();
        var paper = web.perform(get("/notices/" + notice.id() + ".pdf"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var file = Loader.loadPDF(paper)) {
            assertThat(file.getNumberOfPages()).isOne();
            assertThat(new PDFTextStripper().getText(file).replaceAll("\\s", ""))
                    .contains(story.poll().rollSha256(), story.tally().ballotsSha256(), "表决通过", story.no())
                    .contains(story.poll().total().squareMetres() + "平方米");
            assertThat(rightmost(file)).isLessThan((210 - 22) / 25.4 * 72 + 1);
            assertThat(code(new PDFRenderer(file).renderImageWithDPI(0, 150))).endsWith("/notices/" + notice.id());
        }
    }

    private static double rightmost(PDDocument file) throws IOException {
        var edge = new AtomicReference<>(0.0);
        new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition sign) {
                edge.accumulateAndGet((double) sign.getEndX(), Math::max);
            }
        }.getText(file);
        return edge.get();
    }

    private static String code(BufferedImage page) throws NotFoundException, ChecksumException, FormatException {
        var points = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        var picture = new RGBLuminanceSource(page.getWidth(), page.getHeight(), points);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(picture)), Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    @Test
    void theResultIsForEverybodyAndOnlyAfterItWasCertified() throws Exception {
        var story = opened();
        story.ballots("teller", story.roll(), "AGREE");
        web.perform(get(at(story, "result")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("OPEN"))
                .andExpect(jsonPath("$.rollSha256").isNotEmpty())
                .andExpect(jsonPath("$.agreeing").doesNotExist())
                .andExpect(jsonPath("$.result").doesNotExist());
        story.fire("timer_pollCloses")
                .by("teller", "task_enterBallots", Map.of("ballotsComplete", true))
                .by("scrutineer", "task_certifyCount", Forms.certified(true));
        var total = story.poll().total();
        web.perform(get(at(story, "result")))
                .andExpect(jsonPath("$.result").value("PASSED"))
                .andExpect(jsonPath("$.agreeing.area").value(total.squareMetres()))
                .andExpect(jsonPath("$.agreeing.heads").value(total.heads()))
                .andExpect(jsonPath("$.lines[1]").value(containsString("三分之二以上（含本数）")))
                .andExpect(content().string(not(containsString("O001"))));
        web.perform(get("/api/polls/HZ-AS-2026-9999-P1/result")).andExpect(status().isNotFound());
        web.perform(get("/api/polls/nonsense/result")).andExpect(status().isNotFound());
    }

    @Test
    void aPartyToTheMatterDoesNotCount() throws Exception {
        var story = opened();
        var teller = persons.ofAccount("HZ-AS", "teller").orElseThrow().personNo();
        var before = parties.of(story.no());
        var with = new ArrayList<>(before);
        with.add(new Participant(story.no(), teller, MatterCode.of(Party.PRINCIPAL), true, true, false));
        parties.replace(story.no(), with);
        enter("teller", story, "O001", "AGREE")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail").value(containsString("当事人")));
        web.perform(as("teller", get(at(story, "paper-ballots")))).andExpect(status().isForbidden());
        enter("teller2", story, "O001", "AGREE").andExpect(status().isOk());
    }
}
