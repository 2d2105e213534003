package org.qibu.documents.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.qibu.documents.shelf.WordFiles;
import org.qibu.mail.AttachmentStore;
import org.qibu.mail.MailKind;
import org.qibu.matter.paper.Paper;
import org.qibu.matter.paper.Paper.Edition;
import org.qibu.matter.paper.PaperKind;
import org.qibu.matter.paper.Papers;
import org.qibu.process.Forms;
import org.qibu.process.ProcessTest;
import org.qibu.process.Story;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The papers of real matters: what stands in them, for whom, and which mail they go with. */
class PapersTest extends ProcessTest {

    @Autowired
    Papers papers;

    @Autowired
    AttachmentStore files;

    @Autowired
    JdbcClient database;

    @Test
    void theMinutesNameWhoCameWhatWasSaidAndWhoDisagreed() throws IOException {
        var story = onAgenda().meet(minutes());

        assertThat(text(story, PaperKind.MINUTES, Edition.STAFF))
                .contains("协商会议纪要（第1轮）", "一、会议基本情况", "议题：垃圾投放点移到哪里")
                .contains("应到12人，实到12人；其中有表决权的应到10人，实到10人。")
                .contains("引领方", "主体方", "1. 移到停车场北侧（动议：" + name("P001") + "）。")
                .contains(name("P002") + "（反对）：夏天气味大")
                .contains("同意9人，不同意1人，弃权0人。")
                .contains(name("P001") + "（重大）：新位置正对我家窗户")
                .contains("移到停车场北侧，加装洗手池和照明。", "居民委员会");
    }

    @Test
    void theEditionForTheMailNamesNobody() throws IOException {
        var story = onAgenda().meet(minutes());

        var open = text(story, PaperKind.MINUTES, Edition.PUBLIC);
        assertThat(open).contains("某某（重大）").doesNotContain(name("P001"), name("P002"), Forms.NAME);
        assertThat(attachments(story, "MINUTES"))
                .isNotEmpty()
                .allSatisfy(list -> assertThat(list)
                        .contains("会议纪要-" + story.no() + "-第1轮-隐名.pdf")
                        .contains(only(story, PaperKind.MINUTES, Edition.PUBLIC)
                                .id()
                                .toString()));
    }

    @Test
    void everyRoundHasMinutesOfItsOwn() {
        var story = onAgenda().meet(Forms.met(6)).nextRound().meet(Forms.met(10));

        assertThat(of(story, PaperKind.MINUTES, Edition.PUBLIC))
                .extracting(Paper::fileName)
                .containsExactly("会议纪要-" + story.no() + "-第1轮-隐名", "会议纪要-" + story.no() + "-第2轮-隐名");
    }

    @Test
    void theOpinionKeepsReservationsInASectionOfTheirOwn() throws IOException {
        var story = onAgenda()
                .meet(Forms.with(
                        Forms.met(9),
                        "dissent",
                        List.of(Map.of("personNo", "P009", "reason", "担心夜里有噪声", "severity", "MINOR"))))
                .confirmOpinion();

        assertThat(text(story, PaperKind.OPINION, Edition.STAFF))
                .contains("协商意见书", "移到停车场北侧，加装洗手池和照明。", "四、保留意见", name("P009") + "（一般）：担心夜里有噪声。");
        assertThat(text(story, PaperKind.OPINION, Edition.PUBLIC))
                .contains("担心夜里有噪声")
                .doesNotContain(name("P009"));
    }

    @Test
    void aConfirmedConsensusBecomesADecisionThatGoesWithTheResult() throws IOException {
        var story = published();

        assertThat(text(story, PaperKind.DECISION, Edition.PUBLIC)).contains("决定书", "决定采纳协商意见", "移到停车场北侧，加装洗手池和照明。");
        assertThat(attachments(story, "RESULT")).isNotEmpty().allMatch(list -> list.contains("决定书-" + story.no()));
    }

    @Test
    void aCountedVoteIsAnnouncedInItsNumbers() throws IOException {
        var story = agreed("RES_MAJOR")
                .by("secretary", "task_partyStudy", Forms.partyStudied("SUBMIT"))
                .poll(electorate("RESIDENTS_REP_MEETING").id());
        var entitled = electorate("RESIDENTS_REP_MEETING").total().heads();
        story.vote(entitled, entitled);

        assertThat(text(story, PaperKind.VOTE_RESULT, Edition.PUBLIC))
                .contains("表决结果公告", story.no() + "-P1", "是否同意把投放点移到停车场北侧？", "应到：" + entitled, "表决通过");
        assertThat(text(story, PaperKind.DECISION, Edition.PUBLIC)).contains("决议书", "应到：" + entitled, "表决通过");
    }

    @Test
    void whoeverIsConcernedGetsTheNumbersOfAVoteWhetherItPassedOrNot() {
        var heads = electorate("RESIDENTS_REP_MEETING").total().heads();
        var story = agreed("RES_MAJOR");
        story.by("secretary", "task_partyStudy", Forms.partyStudied("SUBMIT"))
                .poll(electorate("RESIDENTS_REP_MEETING").id())
                .vote(heads, heads / 2);
        var failed = told(story, "%表决没有通过%");
        assertThat(failed)
                .hasSizeGreaterThan(5)
                .allSatisfy(files -> assertThat(files)
                        .contains("表决结果公告-" + story.no() + "-隐名.pdf", "协商意见书-" + story.no() + "-隐名.pdf"));
        assertThat(story.mailsTo(Forms.EMAIL)).contains(MailKind.STATUS);

        story.agree()
                .by("secretary", "task_partyStudy", Forms.partyStudied("SUBMIT"))
                .poll(electorate("RESIDENTS_REP_MEETING").id())
                .vote(heads, heads);
        assertThat(told(story, "%表决已经通过%"))
                .hasSameSizeAs(failed)
                .allSatisfy(files -> assertThat(files)
                        .contains("决议书-" + story.no() + "-隐名.pdf", "表决结果公告-" + story.no() + "-第2次-隐名.pdf"));
    }

    @Test
    void aVoteThatIsExtendedIsToldOnceAndItsFailureWhenNothingIsLeft() {
        var few = electorate("RESIDENTS_REP_MEETING").total().heads() * 2 / 3 - 1;
        var story = agreed("RES_MAJOR")
                .by("secretary", "task_partyStudy", Forms.partyStudied("SUBMIT"))
                .poll(electorate("RESIDENTS_REP_MEETING").id())
                .vote(few, few);
        assertThat(told(story, "%表决没有结果%")).isEmpty();
        story.fire("timer_pollCloses").vote(few, few);
        assertThat(told(story, "%表决没有结果%"))
                .hasSizeGreaterThan(5)
                .allMatch(files -> files.contains("表决结果公告-" + story.no()));
    }

    /** The attachments of the mails about a matter that say this, one a mail. */
    private List<String> told(Story story, String saying) {
        return database.sql(
                        "select coalesce(attachments::text, '') from outbox_mail where matter_no = ? and text like ?")
                .params(story.no(), saying)
                .query(String.class)
                .list();
    }

    @Test
    void aLetterOnNonAdoptionGivesReasonAndNextSteps() throws IOException {
        var story = raise().verify().study().by("secretary", "task_fixAgenda", Forms.notOnAgenda());
        story.explain();

        assertThat(text(story, PaperKind.NOT_ADOPTED, Edition.STAFF))
                .contains("不采纳说明函", Forms.NAME + "：", "地下有燃气管道", "您还可以怎么办", "可以提出别的位置，再议一次。");
        assertThat(text(story, PaperKind.NOT_ADOPTED, Edition.PUBLIC))
                .contains("尊敬的居民：")
                .doesNotContain(Forms.NAME, "沈某某");
        assertThat(attachments(story, "REJECTION")).isNotEmpty().allMatch(list -> list.contains("不采纳说明函"));
    }

    @Test
    void aRefusalTellsOfTheRightToARecheckWithinFifteenDays() throws IOException {
        var story = raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "illegalDemand", true));

        assertThat(text(story, PaperKind.REJECTION, Edition.PUBLIC))
                .contains("不予受理告知书", "尊敬的居民：", "投放点距最近窗户八米", "要求不合法。", "15日内", "街道办事处申请复核");
        assertThat(attachments(story, "REJECTION")).isNotEmpty().allMatch(list -> list.contains("不予受理告知书"));
    }

    @Test
    void aReferralTellsTheDepartmentWhatItIsAboutAndWhomToAsk() throws IOException {
        var story = raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "governmentDuty", true));

        assertThat(text(story, PaperKind.REFERRAL, Edition.PUBLIC))
                .contains("转办", "有关职能部门", "经核实属于政府部门职责", "投放点夏天异味大", "26户", "联系方式")
                .doesNotContain(Forms.NAME, "13857200417");
        assertThat(attachments(story, "STATUS")).anyMatch(list -> list.contains("转办函"));
    }

    @Test
    void aPaperStaysAsItWasAndSaysTheSameInWord() throws IOException {
        var story = onAgenda().meet(Forms.met(10));
        var paper = only(story, PaperKind.MINUTES, Edition.STAFF);
        var first = WordFiles.pdf(files, paper);
        database.sql("update matter set title = '改了标题' where matter_no = ?")
                .param(story.no())
                .update();

        assertThat(WordFiles.pdf(files, paper)).isEqualTo(first);
        try (var word = new XWPFDocument(new ByteArrayInputStream(WordFiles.of(files, paper)))) {
            assertThat(new XWPFWordExtractor(word).getText()).contains("垃圾投放点夏天有异味", "应到12人，实到12人", name("P003"));
        }
    }

    @Test
    void thePaperThatNamesPeopleGoesWithNoMail() {
        var story = onAgenda().meet(Forms.met(10));
        var named = only(story, PaperKind.MINUTES, Edition.STAFF);

        assertThatThrownBy(() -> files.content(named.id().toString())).isInstanceOf(IllegalArgumentException.class);
        assertThat(named.fileName()).doesNotContain("隐名");
    }

    @Test
    void whatAnAdminAddsToAFormIsSaidWhereverItsRecordIs() throws IOException {
        var agenda = Path.of("forms/2-agenda-setting/fix-agenda.form");
        var meeting = Path.of("forms/3-consultation/record-meeting.form");
        try {
            deploy(agenda, withField(agenda, "parking", "停车"));
            deploy(meeting, withField(meeting, "weather", "当天天气"));
            var story = raise().verify().study();
            story.by("secretary", "task_fixAgenda", Forms.with(Forms.onAgenda(), "parking", "请停在北门，找" + name("P002")))
                    .fire("timer_noticeOver")
                    .meet(Forms.with(
                            Forms.with(Forms.met(10), "weather", "小雨，" + name("P001") + "打伞"), "memo", "只给自己看"));

            assertThat(text(story, PaperKind.MINUTES, Edition.STAFF))
                    .contains("其他记录", "当天天气：小雨，" + name("P001") + "打伞")
                    .doesNotContain("只给自己看");
            assertThat(text(story, PaperKind.MINUTES, Edition.PUBLIC))
                    .contains("当天天气：小雨")
                    .doesNotContain(name("P001"));
            assertThat(one("select body from notice where matter_no = ? and kind like 'AGENDA%'", story))
                    .contains("停车：请停在北门")
                    .doesNotContain(name("P002"));
            assertThat(one("select min(text) from outbox_mail where matter_no = ? and kind = 'INVITATION'", story))
                    .contains("停车：请停在北门")
                    .doesNotContain(name("P002"));
        } finally {
            deploy(agenda, Files.readString(agenda));
            deploy(meeting, Files.readString(meeting));
        }
    }

    private String one(String query, Story story) {
        return database.sql(query).param(story.no()).query(String.class).single();
    }

    private static String withField(Path file, String key, String label) throws IOException {
        var form = Files.readString(file);
        var end = form.lastIndexOf(']');
        var field = "{\"type\":\"textfield\",\"id\":\"%s\",\"key\":\"%s\",\"label\":\"%s\"%s}";
        return form.substring(0, end) + "," + field.formatted(key, key, label, "") + ","
                + field.formatted("memo", "memo", "备忘", ",\"properties\":{\"internal\":\"true\"}")
                + form.substring(end);
    }

    private void deploy(Path file, String content) {
        as("modeler", () -> {
            engine.getRepositoryService()
                    .createDeployment()
                    .addInputStream(
                            file.getFileName().toString(),
                            new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))
                    .deploy();
        });
    }

    private Story onAgenda() {
        return raise().verify().setAgenda();
    }

    private static Map<String, Object> minutes() {
        return Forms.with(
                Forms.metWithMajorObjection(),
                "speeches",
                List.of(Map.of("speaker", "P002", "stance", "AGAINST", "minutes", 3, "summary", "夏天气味大")));
    }

    private String name(String personNo) {
        return database.sql("select name from person where community_code = 'HZ-AS' and person_no = ?")
                .param(personNo)
                .query(String.class)
                .single();
    }

    private List<Paper> of(Story story, PaperKind kind, Edition edition) {
        return papers.of(story.no()).stream()
                .filter(paper -> paper.kind() == kind && paper.edition() == edition)
                .toList();
    }

    private Paper only(Story story, PaperKind kind, Edition edition) {
        var found = of(story, kind, edition);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private String text(Story story, PaperKind kind, Edition edition) throws IOException {
        try (var file = Loader.loadPDF(WordFiles.pdf(files, only(story, kind, edition)))) {
            return new PDFTextStripper().getText(file).replaceAll("\\R", "");
        }
    }

    private List<String> attachments(Story story, String mail) {
        return database.sql("select attachments::text from outbox_mail where matter_no = ? and kind = ?")
                .params(story.no(), mail)
                .query(String.class)
                .list();
    }
}
