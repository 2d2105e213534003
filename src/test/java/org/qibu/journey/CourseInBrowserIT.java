package org.qibu.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * One matter from the first word to the seal: refused, ordered to be taken up, talked over, voted on by the representatives,
 * carried out, rated. The clerk, the sub-district officer, the teller and the supervisor each sit at a browser of their own;
 * what the others do comes over HTTP.
 */
class CourseInBrowserIT {

    private static final RunningJar jar = new RunningJar(Path.of("target", "whole"));
    private static Office office;
    private String matterNo;

    @BeforeAll
    static void start() {
        office = jar.begin().office();
    }

    @AfterAll
    static void stop() {
        jar.close();
    }

    @Test
    void aMatterIsWalkedFromTheFirstWordToTheSealByItsPeopleInTheirBrowsers() {
        matterNo = office.raise("clerk", Courses.issue("东门垃圾投放点异味"));
        at("clerk", "task_verifyIssue", this::refuse);
        assertThat(office.mails(matterNo, "REJECTION")).isNotEmpty();

        askForARecheck();
        at("subdistrict", "task_recheckRefusal", this::overturn);
        assertThat(office.matter("", matterNo).path("outcome").isNull()).isTrue();

        talkItOver();
        at("teller", "task_enterBallots", this::count);
        office.complete("scrutineer", matterNo, "task_certifyCount", Courses.values("certified", true));
        carryOut();
        at("supervisor", "task_evaluate", this::rate);

        assertThat(office.matter("", matterNo).path("outcome").asText()).isEqualTo("CLOSED");
        seeItClosed();
    }

    private void at(String account, String taskKey, Consumer<Browser> work) {
        var task = office.task(account, matterNo, taskKey);
        try (var browser = new Browser(jar.port())) {
            var list = Tasklist.of(browser, account).open(task);
            work.accept(browser);
            list.shoot("whole-" + account + "-" + taskKey);
            list.complete();
        }
    }

    private void refuse(Browser clerk) {
        clerk.seeText(matterNo);
        clerk.tick("verified");
        clerk.fill("findings", "投放点的位置写在物业合同里，改动没有依据。");
        clerk.search("matterType", "居民会议：涉及全体居民");
        clerk.pick("本小区");
        clerk.tick("contested");
        clerk.tick("illegalDemand");
    }

    private void askForARecheck() {
        var asked = office.post(
                "clerk", "/api/matters/" + matterNo + "/recheck", Courses.values("reason", "提出人来电：投放点占的是公共场地。"));
        assertThat(asked.status()).isEqualTo(202);
    }

    private void overturn(Browser officer) {
        officer.seeText(matterNo);
        officer.pick("撤销，予以受理");
        officer.fill("reason", "投放点占用小区公共场地，移到哪里可以协商。");
    }

    private void talkItOver() {
        office.complete("clerk", matterNo, "task_studyTopic", Courses.studied());
        office.complete("clerk", matterNo, "task_nameParties", Courses.parties());
        office.complete("secretary", matterNo, "task_fixAgenda", Courses.adopted(office.now()));
        office.advanceUntil(matterNo, "task_recordMeeting");
        office.complete("facilitator", matterNo, "task_recordMeeting", Courses.met(9, 1));
        office.complete("rep", matterNo, "task_confirmOpinion", Courses.confirmed());
        office.complete(
                "secretary",
                matterNo,
                "task_partyStudy",
                Courses.values(
                        "opinion", "同意提交代表会议表决。", "result", "SUBMIT", "studiedOn", Courses.day(office.now(), 0)));
        office.complete(
                "clerk",
                matterNo,
                "task_prepareBallot",
                Courses.values(
                        "question",
                        "是否同意把投放点移到停车场北侧？",
                        "electorateId",
                        "representatives:HZ-AS",
                        "method",
                        "HAND",
                        "opensAt",
                        Courses.day(office.now(), 1) + "T09:00:00+08:00",
                        "closesAt",
                        Courses.day(office.now(), 3) + "T18:00:00+08:00"));
        office.advanceUntil(matterNo, "task_enterBallots");
    }

    private void count(Browser teller) {
        teller.seeText(matterNo);
        teller.fill("present", "14");
        teller.fill("agree", "12");
        teller.fill("against", "2");
        teller.fill("abstain", "0");
        teller.fill("invalid", "0");
    }

    private void carryOut() {
        office.advanceUntil(matterNo, "task_plan");
        office.complete("clerk", matterNo, "task_plan", Courses.planned(office.now()));
        office.complete("property", matterNo, "task_progress", Courses.progressed());
        office.complete("property", matterNo, "task_progress", Courses.progressed());
        office.complete("watcher", matterNo, "task_acceptWork", Courses.accepted());
        office.complete("clerk", matterNo, "task_draftFeedback", Courses.drafted());
        office.complete("secretary", matterNo, "task_checkNotice", Courses.noticeChecked());
        office.advanceUntil(matterNo, "task_returnVisit");
        office.complete("watcher", matterNo, "task_returnVisit", new LinkedHashMap<>(Courses.visited(office.now())));
    }

    private void rate(Browser supervisor) {
        supervisor.seeText(matterNo);
        supervisor.pick("全部达到");
        supervisor.tick("processOk");
        supervisor.fill("surveySent", "26");
        supervisor.fill("surveySatisfied", "18");
        supervisor.fill("surveyBasically", "4");
        supervisor.fill("surveyNotSatisfied", "1");
    }

    private void seeItClosed() {
        try (var clerk = new Browser(jar.port())) {
            clerk.logIn("clerk");
            clerk.open("/staff/matters/" + matterNo);
            clerk.seeText(matterNo);
            clerk.shoot("whole-closed");
            Tasklist.assertThatNothingSeriousIsFoundOn(clerk);
            clerk.phone();
            clerk.shoot("whole-closed-phone");
            clerk.open("/matters/" + matterNo);
            clerk.shoot("whole-public-phone");
            Tasklist.assertThatNothingSeriousIsFoundOn(clerk);
        }
    }
}
