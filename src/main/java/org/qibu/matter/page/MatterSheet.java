package org.qibu.matter.page;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.qibu.community.Communities;
import org.qibu.community.Community;
import org.qibu.engine.tasks.OpenTasks;
import org.qibu.engine.tasks.OpenTasks.OpenTask;
import org.qibu.mail.SentMail;
import org.qibu.mail.outbox.Mails;
import org.qibu.matter.Matter;
import org.qibu.matter.MatterCode;
import org.qibu.matter.Parties;
import org.qibu.matter.Party;
import org.qibu.matter.PollBoard;
import org.qibu.matter.Timeline;
import org.qibu.matter.access.StaffAccess;
import org.qibu.matter.contract.RecordMeetingFields;
import org.qibu.matter.display.DisplayText;
import org.qibu.matter.display.Mailed;
import org.qibu.matter.file.MatterFile;
import org.qibu.matter.file.MatterFiles;
import org.qibu.matter.form.Names;
import org.qibu.matter.form.Records;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Gathers everything the staff's page of a matter shows. */
@Component
class MatterSheet {

    private final Communities communities;
    private final Records records;
    private final Names names;
    private final FormSheets formSheets;
    private final Parties parties;
    private final OpenTasks tasks;
    private final RowEntry rows;
    private final Timeline timeline;
    private final NoticeBoard noticeBoard;
    private final MatterFiles files;
    private final Mails mails;
    private final SingletonSupplier<List<PollBoard>> polls;
    private final StaffAccess staffAccess;
    private final DisplayText displayText;

    MatterSheet(
            Communities communities,
            Records records,
            Names names,
            FormSheets formSheets,
            Parties parties,
            OpenTasks tasks,
            RowEntry rows,
            Timeline timeline,
            NoticeBoard noticeBoard,
            MatterFiles files,
            Mails mails,
            ObjectProvider<PollBoard> polls,
            StaffAccess staffAccess,
            DisplayText displayText) {
        this.communities = communities;
        this.records = records;
        this.names = names;
        this.formSheets = formSheets;
        this.parties = parties;
        this.tasks = tasks;
        this.rows = rows;
        this.timeline = timeline;
        this.noticeBoard = noticeBoard;
        this.files = files;
        this.mails = mails;
        this.polls = SingletonSupplier.of(() -> polls.stream().toList());
        this.staffAccess = staffAccess;
        this.displayText = displayText;
    }

    /** A participant with a name. */
    record Participant(String name, MatterCode<Party> party, boolean voice, boolean vote, boolean heavilyAffected) {}

    /** A line of the timeline with the name of who did it. */
    record Event(Timeline.Entry entry, String actor) {}

    /** A kind of file that a form this person may fill asks for, and how many came in. */
    record Need(String task, String kind, String label, boolean missing, int count) {}

    /** The page. {@code names} gives people, organisations and accounts by number, code or id. */
    record Page(
            Matter matter,
            Community community,
            boolean seesContact,
            FourQuestions questions,
            List<Participant> parties,
            List<OpenTask> tasks,
            List<RowEntry.Sheet> editors,
            List<FormSheets.Sheet> forms,
            List<FormSheets.Table> dissent,
            List<Event> events,
            List<NoticeBoard.Notice> notices,
            List<NoticeBoard.Objection> objections,
            List<NoticeBoard.Action> actions,
            List<PollBoard.Poll> polls,
            List<MatterFile> files,
            List<Need> needs,
            List<SentMail> mails,
            Map<String, String> names) {

        /** What somebody or something is called; the number itself where it has no name. */
        public String name(String number) {
            return number == null ? "" : names.getOrDefault(number, number);
        }
    }

    Page of(StaffAccess.View view, Locale language) {
        var matter = view.matter();
        var no = matter.matterNo();
        var submitted = records.of(no);
        var known = new HashMap<>(names.of(matter, submitted));
        var forms = formSheets.of(
                view,
                submitted,
                known,
                id -> id == null ? displayText.proposer(language) : account(known, id),
                language);
        var open = tasks.of(no, view.account().id());
        open.forEach(task -> account(known, task.assignee()));
        var kept = files.of(no);
        kept.forEach(file -> account(known, file.actor()));
        return new Page(
                matter,
                communities.get(matter.communityCode()),
                view.seesContact(),
                FourQuestions.of(forms),
                participants(no, known),
                open,
                rows.sheets(no, open),
                forms,
                dissent(forms),
                events(no, known, language),
                noticeBoard.notices(no),
                noticeBoard.objections(no),
                noticeBoard.actions(no),
                polls.obtain().stream().flatMap(each -> each.of(no).stream()).toList(),
                kept,
                needs(open),
                mails(view, no),
                known);
    }

    private static List<Need> needs(List<OpenTask> open) {
        return open.stream()
                .filter(OpenTask::workable)
                .flatMap(task -> task.files().stream()
                        .map(met -> new Need(
                                task.name(), met.demand().kind(), met.demand().label(), met.isMissing(), met.count())))
                .toList();
    }

    private String account(Map<String, String> known, String id) {
        return id == null ? "" : known.computeIfAbsent(id, staffAccess::nameOf);
    }

    private List<Participant> participants(String no, Map<String, String> known) {
        return parties.of(no).stream()
                .map(each -> new Participant(
                        known.getOrDefault(each.personNo(), each.personNo()),
                        each.party(),
                        each.voice(),
                        each.vote(),
                        each.heavilyAffected()))
                .toList();
    }

    private static List<FormSheets.Table> dissent(List<FormSheets.Sheet> forms) {
        return forms.stream()
                .map(sheet -> sheet.item(RecordMeetingFields.DISSENT))
                .filter(Objects::nonNull)
                .map(FormSheets.Item::table)
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Event> events(String no, Map<String, String> known, Locale language) {
        return timeline.of(no, language).stream()
                .map(entry -> new Event(entry, account(known, entry.actor())))
                .toList();
    }

    private List<SentMail> mails(StaffAccess.View view, String no) {
        var all = mails.of(no);
        return view.seesContact()
                ? all
                : all.stream().map(Mailed::withoutAddress).toList();
    }
}
