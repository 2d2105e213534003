package org.qibu.matter.page;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.qibu.community.Communities;
import org.qibu.community.Community;
import org.qibu.engine.OpenTasks;
import org.qibu.engine.OpenTasks.OpenTask;
import org.qibu.mail.Mails;
import org.qibu.mail.SentMail;
import org.qibu.matter.Matter;
import org.qibu.matter.MatterFile;
import org.qibu.matter.MatterFiles;
import org.qibu.matter.Names;
import org.qibu.matter.Parties;
import org.qibu.matter.PollBoard;
import org.qibu.matter.Records;
import org.qibu.matter.Timeline;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers everything the staff's page of a matter shows. */
@Component
class MatterSheet {

    private final Communities communities;
    private final Records records;
    private final Names names;
    private final Sheets sheets;
    private final Parties parties;
    private final OpenTasks tasks;
    private final RowDesk rows;
    private final Timeline timeline;
    private final Board board;
    private final MatterFiles files;
    private final Mails mails;
    private final ObjectProvider<PollBoard> polls;
    private final Staff staff;
    private final Words words;

    MatterSheet(
            Communities communities,
            Records records,
            Names names,
            Sheets sheets,
            Parties parties,
            OpenTasks tasks,
            RowDesk rows,
            Timeline timeline,
            Board board,
            MatterFiles files,
            Mails mails,
            ObjectProvider<PollBoard> polls,
            Staff staff,
            Words words) {
        this.communities = communities;
        this.records = records;
        this.names = names;
        this.sheets = sheets;
        this.parties = parties;
        this.tasks = tasks;
        this.rows = rows;
        this.timeline = timeline;
        this.board = board;
        this.files = files;
        this.mails = mails;
        this.polls = polls;
        this.staff = staff;
        this.words = words;
    }

    /** A participant with a name. */
    record Participant(String name, String party, boolean voice, boolean vote, boolean heavilyAffected) {}

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
            List<RowDesk.Sheet> editors,
            List<Sheets.Sheet> forms,
            List<Sheets.Table> dissent,
            List<Event> events,
            List<Board.Notice> notices,
            List<Board.Objection> objections,
            List<Board.Action> actions,
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

    Page of(Staff.View view, Locale language) {
        var matter = view.matter();
        var no = matter.matterNo();
        var submitted = records.of(no);
        var known = new HashMap<>(names.of(matter, submitted));
        var forms = sheets.of(
                view, submitted, known, id -> id == null ? words.proposer(language) : account(known, id), language);
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
                board.notices(no),
                board.objections(no),
                board.actions(no),
                polls.stream().flatMap(each -> each.of(no).stream()).toList(),
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
        return id == null ? "" : known.computeIfAbsent(id, staff::nameOf);
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

    private static List<Sheets.Table> dissent(List<Sheets.Sheet> forms) {
        return forms.stream()
                .map(sheet -> sheet.item("dissent"))
                .filter(Objects::nonNull)
                .map(Sheets.Item::table)
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Event> events(String no, Map<String, String> known, Locale language) {
        return timeline.of(no, language).stream()
                .map(entry -> new Event(entry, account(known, entry.actor())))
                .toList();
    }

    private List<SentMail> mails(Staff.View view, String no) {
        var all = mails.of(no);
        return view.seesContact()
                ? all
                : all.stream().map(Mailed::withoutAddress).toList();
    }
}
