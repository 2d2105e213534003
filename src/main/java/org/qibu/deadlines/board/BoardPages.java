package org.qibu.deadlines.board;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibu.calendar.Calendars;
import org.qibu.community.Communities;
import org.qibu.community.Community;
import org.qibu.community.offices.Vacancies;
import org.qibu.deadlines.ladder.LadderSheet;
import org.qibu.deadlines.ladder.LadderTable;
import org.qibu.engine.identity.Accounts.Account;
import org.qibu.matter.access.StaffAccess;
import org.qibu.matter.display.DisplayText;
import org.qibu.sheets.Column;
import org.qibu.sheets.writer.SheetWriter;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The board of deadlines: what is in time, near and late in the communities of whoever looks, and the rows behind it. */
@Controller
class BoardPages {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final List<String> COLUMNS =
            List.of("matter", "title", "task", "community", "step", "holder", "urgency", "due", "standing", "level");
    private static final int MOST = 200;

    private final DeadlineBoard board;
    private final BoardWords says;
    private final LadderTable ladder;
    private final StaffAccess staffAccess;
    private final Communities communities;
    private final Vacancies vacancies;
    private final SheetWriter writer;
    private final DisplayText displayText;
    private final MessageSource texts;
    private final Clock clock;

    BoardPages(
            DeadlineBoard board,
            BoardWords says,
            LadderTable ladder,
            StaffAccess staffAccess,
            Communities communities,
            Vacancies vacancies,
            SheetWriter writer,
            DisplayText displayText,
            MessageSource texts,
            Clock clock) {
        this.board = board;
        this.says = says;
        this.ladder = ladder;
        this.staffAccess = staffAccess;
        this.communities = communities;
        this.vacancies = vacancies;
        this.writer = writer;
        this.displayText = displayText;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/staff/deadlines")
    String page(BoardFilter filter, Principal user, HttpServletRequest request, Locale language, Model model) {
        var own = own(user);
        var sheet = sheet(filter, own);
        var known = communities.of(own);
        model.addAttribute("board", sheet);
        model.addAttribute(
                "shown", sheet.lines().subList(0, Math.min(sheet.lines().size(), MOST)));
        model.addAttribute("most", MOST);
        model.addAttribute("filter", filter);
        model.addAttribute("communities", known);
        model.addAttribute("names", known.stream().collect(Collectors.toMap(Community::code, Community::name)));
        model.addAttribute("holders", says.holders(sheet, language));
        model.addAttribute("says", says);
        model.addAllAttributes(LadderSheet.model(ladder.current(), ladder.current()));
        model.addAttribute(
                "vacant",
                request.isUserInRole("camunda-admin") ? vacancies.of(own).size() : 0);
        model.addAttribute("keeper", request.isUserInRole("process-admin") || request.isUserInRole("camunda-admin"));
        return "staff/deadlines";
    }

    private List<String> own(Principal user) {
        return staffAccess.account(user).map(Account::communities).orElse(List.of());
    }

    private BoardSheet sheet(BoardFilter filter, List<String> own) {
        return BoardSheet.of(
                board.of(filter.among(own)).stream().filter(filter::includes).toList());
    }

    @GetMapping("/staff/deadlines.xlsx")
    ResponseEntity<byte[]> xlsx(BoardFilter filter, Principal user, Locale language) {
        var sheet = sheet(filter, own(user));
        var holders = says.holders(sheet, language);
        var rows = sheet.lines().stream()
                .map(line -> row(line, holders.get(line.holder()), language))
                .toList();
        var columns = COLUMNS.stream()
                .map(key -> Column.optional(key, text("deadlines.col." + key, language)))
                .toList();
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("办理期限-" + Calendars.dayOf(clock.instant()) + ".xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(writer.xlsx(text("deadlines.title", language), columns, rows));
    }

    private List<String> row(OpenDeadline line, @Nullable String holder, Locale language) {
        return List.of(
                Optional.ofNullable(line.matterNo()).orElse(""),
                Optional.ofNullable(line.title()).orElse(""),
                line.taskName(),
                Optional.ofNullable(line.communityCode())
                        .flatMap(communities::find)
                        .map(Community::name)
                        .orElse(""),
                line.step() == null ? "" : displayText.step(line.step(), language),
                holder,
                displayText.code(line.urgency(), language),
                displayText.moment(line.dueAt(), language),
                says.standing(line, language),
                line.level() == 0 ? "" : text("deadlines.level." + line.level(), language));
    }

    private String text(String key, Locale language) {
        return texts.getMessage(key, null, language);
    }
}
