package org.qibu.calendar;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibu.calendar.CalendarTable.Change;
import org.qibu.calendar.CalendarTable.EnteredYear;
import org.qibu.calendar.CalendarWatcher.Moved;
import org.qibu.calendar.YearList.Fault;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.identity.Accounts.Account;
import org.qibu.sheets.SheetRefused;
import org.qibu.text.TextCharacters;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows all staff which days are worked; administrators enter a year at once or set a single day. */
@Controller
@RequestMapping("/staff/calendar")
class CalendarPage {

    private static final int FIRST_YEAR = 2002;
    private static final int YEARS_AHEAD = 3;
    private static final int LONGEST_SOURCE = 200;
    private static final int LONGEST_NAME = 60;
    private static final int SHOWN_MOVED = 200;
    private static final int SHOWN_FAULTS = 200;

    private final CalendarChanges desk;
    private final YearReader reader;
    private final Accounts accounts;
    private final Clock clock;

    CalendarPage(CalendarChanges desk, YearReader reader, Accounts accounts, Clock clock) {
        this.desk = desk;
        this.accounts = accounts;
        this.reader = reader;
        this.clock = clock;
    }

    /** A change with both of its sides in words. */
    record HistoryLine(Change change, CalendarChangeText was, CalendarChangeText became) {}

    /** A day on which a list differs from the calendar as it stands. */
    record Difference(LocalDate day, boolean working) {}

    @GetMapping
    String year(
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String day,
            HttpServletRequest request,
            Model model) {
        var today = Calendars.dayOf(clock.instant());
        var picked = day(day);
        var shown = picked == null ? yearOf(year, today) : yearOf(String.valueOf(picked.getYear()), today);
        var days = desk.days(shown);
        model.addAttribute("sheet", YearSheet.of(shown, days));
        model.addAttribute("today", today);
        model.addAttribute("entered", desk.entered(shown).orElse(null));
        model.addAttribute("known", desk.knows(shown));
        model.addAttribute("missing", missing(shown, today));
        model.addAttribute("first", FIRST_YEAR);
        model.addAttribute("last", today.getYear() + YEARS_AHEAD);
        model.addAttribute("keeper", CalendarKeepers.isKeeper(request));
        model.addAttribute("picked", picked);
        model.addAttribute(
                "pickedDay",
                days.stream()
                        .filter(kept -> kept.day().equals(picked))
                        .findFirst()
                        .orElse(null));
        var history = history(shown);
        model.addAttribute("history", history);
        model.addAttribute(
                "names",
                names(Stream.concat(
                        desk.entered(shown).stream().map(EnteredYear::enteredBy),
                        history.stream().map(line -> line.change().account()))));
        return "staff/calendar";
    }

    private Map<String, String> names(Stream<String> ids) {
        return ids.distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> accounts.find(id).map(Account::name).orElse(id)));
    }

    private List<HistoryLine> history(int year) {
        return desk.history(year).stream()
                .map(change -> new HistoryLine(
                        change, CalendarChangeText.read(change.was()), CalendarChangeText.read(change.became())))
                .toList();
    }

    /** Years that are counted by the plain week: the one shown, this one, and towards its end the next. */
    private List<String> missing(int shown, LocalDate today) {
        var next = today.getMonth().compareTo(Month.NOVEMBER) >= 0 ? today.getYear() + 1 : today.getYear();
        return Stream.of(shown, today.getYear(), next)
                .distinct()
                .filter(year -> year >= today.getYear() || year == shown)
                .filter(year -> !desk.knows(year))
                .sorted()
                .map(String::valueOf)
                .toList();
    }

    @PostMapping("/preview")
    String preview(
            @RequestParam String year,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String lines,
            @RequestParam(required = false) MultipartFile file,
            HttpServletRequest request,
            Model model,
            RedirectAttributes answer)
            throws IOException {
        CalendarKeepers.check(request);
        var asked = yearOf(year, Calendars.dayOf(clock.instant()));
        var isFile = file != null && !file.isEmpty();
        answer.addFlashAttribute("lines", lines);
        answer.addFlashAttribute("source", source);
        if (!isFile && lines.isBlank()) {
            return back(asked, "请选择一个文件，或者粘贴放假安排。", answer);
        }
        if (source.isBlank() || source.strip().length() > LONGEST_SOURCE) {
            return back(asked, "请填写依据的文件，最多 " + LONGEST_SOURCE + " 个字。", answer);
        }
        if (TextCharacters.fault(source).isPresent()) {
            return back(asked, "依据的文件" + TextCharacters.fault(source).get(), answer);
        }
        try {
            var name = isFile ? String.valueOf(file.getOriginalFilename()) : "";
            var list = isFile ? reader.file(asked, name, file.getBytes()) : reader.text(asked, lines);
            if (list.days().isEmpty() && list.faults().isEmpty()) {
                return back(asked, "里面没有找到日期。", answer);
            }
            return preview(list, source.strip(), model);
        } catch (SheetRefused refused) {
            return back(asked, String.valueOf(refused.getMessage()), answer);
        }
    }

    private String preview(YearList list, String source, Model model) {
        model.addAttribute("list", list);
        model.addAttribute("faults", list.faults().stream().limit(SHOWN_FAULTS).toList());
        model.addAttribute("most", SHOWN_FAULTS);
        model.addAttribute(
                "badRows", list.faults().stream().map(Fault::row).distinct().count());
        model.addAttribute("sheet", YearSheet.of(list.year(), list.days()));
        model.addAttribute("source", source);
        model.addAttribute("total", CalendarChangeText.of(list.days()));
        model.addAttribute("lines", YearReader.write(list.days()));
        model.addAttribute("differences", differences(list));
        return "staff/calendar-preview";
    }

    private List<Difference> differences(YearList list) {
        var before = calendar(desk.days(list.year()));
        var after = calendar(list.days());
        var first = LocalDate.of(list.year(), 1, 1);
        return first.datesUntil(first.plusYears(1))
                .filter(day -> before.isWorkingDay(day) != after.isWorkingDay(day))
                .map(day -> new Difference(day, after.isWorkingDay(day)))
                .toList();
    }

    private static WorkingCalendar calendar(List<KeptDay> days) {
        return new WorkingCalendar(days.stream().collect(Collectors.toMap(KeptDay::day, KeptDay::working)));
    }

    @PostMapping("/enter")
    String enter(
            @RequestParam String year,
            @RequestParam String source,
            @RequestParam String lines,
            HttpServletRequest request,
            Principal user,
            RedirectAttributes answer) {
        CalendarKeepers.check(request);
        var asked = yearOf(year, Calendars.dayOf(clock.instant()));
        var list = reader.text(asked, lines);
        if (!list.faults().isEmpty() || list.days().isEmpty() || source.strip().length() > LONGEST_SOURCE) {
            return back(asked, "这份安排没有通过核对，请重新导入。", answer);
        }
        return done(asked, desk.enter(list, source.strip(), user.getName()), answer);
    }

    @PostMapping("/day")
    String set(
            @RequestParam String day,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request,
            Principal user,
            RedirectAttributes answer) {
        CalendarKeepers.check(request);
        var today = Calendars.dayOf(clock.instant());
        var picked = day(day);
        if (picked == null || picked.getYear() != yearOf(String.valueOf(picked.getYear()), today)) {
            return back(today.getYear(), "请选择一天。", answer);
        }
        var called = TextCharacters.shownOnOneLine(name);
        var fault = TextCharacters.fault(called);
        if (fault.isPresent()) {
            return back(picked.getYear(), "名称" + fault.get(), answer);
        }
        if (called.length() > LONGEST_NAME || !List.of("REST", "WORK", "USUAL").contains(kind)) {
            return back(picked.getYear(), "请选择休息、上班或按原来的算；名称最多 " + LONGEST_NAME + " 个字。", answer);
        }
        var moved = "USUAL".equals(kind)
                ? desk.reset(picked, user.getName())
                : desk.set(new KeptDay(picked, "WORK".equals(kind), called), user.getName());
        return done(picked.getYear(), moved, answer);
    }

    private static String done(int year, List<Moved> moved, RedirectAttributes answer) {
        answer.addFlashAttribute("movedCount", moved.size());
        answer.addFlashAttribute(
                "moved", new ArrayList<>(moved.stream().limit(SHOWN_MOVED).toList()));
        answer.addAttribute("year", year);
        return "redirect:/staff/calendar";
    }

    private static String back(int year, String sentence, RedirectAttributes answer) {
        answer.addFlashAttribute("refused", sentence);
        answer.addAttribute("year", year);
        return "redirect:/staff/calendar";
    }

    /** A year there is a page for; this one where the text names none. */
    private static int yearOf(String text, LocalDate today) {
        var year = text.strip().matches("[0-9]{4}") ? Integer.parseInt(text.strip()) : today.getYear();
        return year < FIRST_YEAR || year > today.getYear() + YEARS_AHEAD ? today.getYear() : year;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
