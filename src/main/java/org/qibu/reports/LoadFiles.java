package org.qibu.reports;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.qibu.calendar.Calendars;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.identity.Accounts.Account;
import org.qibu.matter.display.DisplayText;
import org.qibu.reports.FormLoads.FormLoad;
import org.qibu.sheets.Column;
import org.qibu.sheets.writer.SheetWriter;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The forms behind a report as a table to take along, one line each. */
@Controller
class LoadFiles {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final List<String> COLUMNS =
            List.of("matterNo", "title", "track", "step", "form", "staff", "at", "filled", "kept", "typed", "minutes");

    private final FormLoads loads;
    private final Accounts accounts;
    private final SheetWriter writer;
    private final MessageSource texts;
    private final DisplayText displayText;
    private final Clock clock;

    LoadFiles(
            FormLoads loads,
            Accounts accounts,
            SheetWriter writer,
            MessageSource texts,
            DisplayText displayText,
            Clock clock) {
        this.loads = loads;
        this.accounts = accounts;
        this.writer = writer;
        this.texts = texts;
        this.displayText = displayText;
        this.clock = clock;
    }

    @GetMapping("/staff/reports/load.xlsx")
    ResponseEntity<byte[]> xlsx(Asked.Raw raw, Principal user, Locale language) {
        var asked = raw.on(Calendars.dayOf(clock.instant()));
        var sheet = texts.getMessage("load.sheet", null, language);
        return file(asked, ".xlsx", XLSX, writer.xlsx(sheet, columns(language), rows(asked, user, language)));
    }

    @GetMapping("/staff/reports/load.csv")
    ResponseEntity<byte[]> csv(Asked.Raw raw, Principal user, Locale language) {
        var asked = raw.on(Calendars.dayOf(clock.instant()));
        return file(asked, ".csv", CSV, writer.csv(columns(language), rows(asked, user, language)));
    }

    private List<Column> columns(Locale language) {
        return COLUMNS.stream()
                .map(key -> Column.optional(key, texts.getMessage("load.col." + key, null, language)))
                .toList();
    }

    private List<List<String>> rows(Asked asked, Principal user, Locale language) {
        var own = accounts.find(user.getName()).map(Account::communities).orElse(List.of());
        return loads.sent(asked.among(own), asked.start(), asked.end()).stream()
                .filter(asked::includes)
                .map(form -> row(form, language))
                .toList();
    }

    private List<String> row(FormLoad form, Locale language) {
        return Stream.of(
                        form.matterNo(),
                        form.title(),
                        displayText.code(form.track(), language),
                        displayText.step(form.step(), language),
                        texts.getMessage("form." + form.form(), null, form.form(), language),
                        accounts.find(form.account()).map(Account::name).orElse(form.account()),
                        displayText.moment(form.at(), language),
                        String.valueOf(form.filled()),
                        String.valueOf(form.kept()),
                        String.valueOf(form.typed()),
                        form.minutes())
                .toList();
    }

    private ResponseEntity<byte[]> file(Asked asked, String ending, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("填表负担-" + asked.from() + "-" + asked.to() + ending, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(content);
    }
}
