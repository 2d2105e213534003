package org.qibu.matter.page.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qibu.mail.SentMail;
import org.qibu.mail.outbox.Mails;
import org.qibu.matter.Level;
import org.qibu.matter.MatterCode;
import org.qibu.matter.MatterNo;
import org.qibu.matter.MatterStatus;
import org.qibu.matter.MatterType;
import org.qibu.matter.Outcome;
import org.qibu.matter.PollBoard.Poll;
import org.qibu.matter.Track;
import org.qibu.matter.Urgency;
import org.qibu.matter.access.NothingThere;
import org.qibu.matter.access.StaffAccess;
import org.qibu.matter.contract.PublishedForms;
import org.qibu.matter.display.Mailed;
import org.qibu.matter.file.MatterFile;
import org.qibu.matter.file.MatterFiles;
import org.qibu.matter.form.Records;
import org.qibu.matter.page.NoticeBoard;
import org.qibu.matter.page.PublicView;
import org.qibu.matter.paper.Paper;
import org.qibu.matter.paper.Papers;
import org.qibu.privacy.MaskedText;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A matter for programs: masked for everybody, with its papers for the staff of its community. */
@RestController
class MatterApi {

    private final PublicView views;
    private final StaffAccess staffAccess;
    private final Records records;
    private final NoticeBoard noticeBoard;
    private final MatterFiles files;
    private final Mails mails;
    private final Papers written;

    MatterApi(
            PublicView views,
            StaffAccess staffAccess,
            Records records,
            NoticeBoard noticeBoard,
            MatterFiles files,
            Mails mails,
            Papers written) {
        this.views = views;
        this.staffAccess = staffAccess;
        this.records = records;
        this.noticeBoard = noticeBoard;
        this.files = files;
        this.mails = mails;
        this.written = written;
    }

    /** A submitted form with everything that stands in it. */
    record Form(String form, String step, int cycle, int round, Instant at, String actor, Map<String, Object> values) {

        static Form of(Records.Record record) {
            return new Form(
                    record.form(),
                    record.step().name(),
                    record.cycle(),
                    record.round(),
                    record.at(),
                    record.actor(),
                    record.values().all());
        }
    }

    /** What only staff may read. */
    record Kept(
            List<Form> minutes,
            List<Form> mediations,
            List<Form> acceptances,
            List<NoticeBoard.Objection> objections,
            List<MatterFile> files,
            List<SentMail> mails,
            List<Paper> papers) {

        static final Kept NOTHING = new Kept(null, null, null, null, null, null, null);
    }

    /** The matter, with papers or without. */
    record Answer(
            String matterNo,
            String communityCode,
            MaskedText title,
            String step,
            MatterStatus status,
            MatterCode<Track> track,
            MatterCode<MatterType> matterType,
            MatterCode<Urgency> urgency,
            MatterCode<Level> level,
            int round,
            int cycle,
            int reopened,
            Outcome outcome,
            MatterNo mergedInto,
            List<Poll> polls,
            List<PublicView.Posting> notices,
            List<PublicView.Line> timeline,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<Form> minutes,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<Form> mediations,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<Form> acceptances,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<NoticeBoard.Objection> objections,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<MatterFile> files,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<SentMail> mails,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<Paper> papers) {

        static Answer of(PublicView.Sheet sheet, Kept papers) {
            var matter = sheet.matter();
            return new Answer(
                    matter.matterNo(),
                    matter.communityCode(),
                    sheet.title(),
                    matter.step().name(),
                    matter.status(),
                    matter.track(),
                    matter.matterType(),
                    matter.urgency(),
                    matter.level(),
                    matter.round(),
                    matter.cycle(),
                    matter.reopened(),
                    matter.outcome(),
                    matter.mergedInto(),
                    sheet.polls(),
                    sheet.notices(),
                    sheet.timeline(),
                    papers.minutes(),
                    papers.mediations(),
                    papers.acceptances(),
                    papers.objections(),
                    papers.files(),
                    papers.mails(),
                    papers.papers());
        }
    }

    @GetMapping("/api/matters/{matterNo}")
    Answer matter(@PathVariable String matterNo, Principal user, Locale language) {
        var sheet = views.of(matterNo, language).orElseThrow(NothingThere::matter);
        var isStaff = staffAccess.isOf(sheet.matter().communityCode(), user);
        return Answer.of(sheet, isStaff ? papers(matterNo, user) : Kept.NOTHING);
    }

    private Kept papers(String matterNo, Principal user) {
        return new Kept(
                submitted(matterNo, PublishedForms.RECORD_MEETING),
                submitted(matterNo, PublishedForms.MEDIATE),
                submitted(matterNo, PublishedForms.ACCEPT_WORK),
                noticeBoard.objections(matterNo),
                files.of(matterNo),
                staffAccess.open(matterNo, user).seesContact() ? mails.of(matterNo) : withoutAddress(matterNo),
                written.of(matterNo));
    }

    private List<SentMail> withoutAddress(String matterNo) {
        return mails.of(matterNo).stream().map(Mailed::withoutAddress).toList();
    }

    private List<Form> submitted(String matterNo, String form) {
        return records.of(matterNo).stream()
                .filter(record -> record.form().equals(form))
                .map(Form::of)
                .toList();
    }
}
