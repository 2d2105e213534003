package org.qibu.calendar;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.qibu.sheets.writer.SheetWriter;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A year's days off and make-up days as a table, to keep or to change and send back. */
@Controller
class CalendarFiles {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final CalendarChanges desk;
    private final SheetWriter writer;

    CalendarFiles(CalendarChanges desk, SheetWriter writer) {
        this.desk = desk;
        this.writer = writer;
    }

    @GetMapping("/staff/calendar/{year}.xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable String year) {
        return file(year + ".xlsx", XLSX, writer.xlsx("放假安排", YearReader.COLUMNS, rows(year)));
    }

    @GetMapping("/staff/calendar/{year}.csv")
    ResponseEntity<byte[]> csv(@PathVariable String year) {
        return file(year + ".csv", CSV, writer.csv(YearReader.COLUMNS, rows(year)));
    }

    private List<List<String>> rows(String year) {
        if (!year.matches("2[0-9]{3}")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "没有这一年的日历。");
        }
        return desk.days(Integer.parseInt(year)).stream()
                .map(day -> List.of(day.day().toString(), day.working() ? "班" : "休", day.name()))
                .toList();
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("放假安排-" + name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(content);
    }
}
