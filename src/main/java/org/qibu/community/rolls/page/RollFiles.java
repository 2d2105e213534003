package org.qibu.community.rolls.page;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import org.qibu.community.rolls.Entry;
import org.qibu.community.rolls.RollKind;
import org.qibu.community.rolls.imports.Rolls;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The files around a roll: an empty table to fill in, and the present roll for whoever keeps it. */
@Controller
@RequestMapping("/staff/rolls")
class RollFiles {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private static final String ANY_ZONE = "XA";

    private final RollAccess access;
    private final Rolls rolls;
    private final SheetWriter writer;

    RollFiles(RollAccess access, Rolls rolls, SheetWriter writer) {
        this.access = access;
        this.rolls = rolls;
        this.writer = writer;
    }

    @GetMapping("/templates/{kind}.xlsx")
    ResponseEntity<byte[]> template(@PathVariable String kind, @RequestParam(defaultValue = "") String zone) {
        var asked = asked(kind);
        var content = writer.xlsx("名册", asked.columns(), List.of(asked.example(proposed(zone))));
        return file("名册模板-" + kind + ".xlsx", XLSX, content);
    }

    @GetMapping("/templates/{kind}.csv")
    ResponseEntity<byte[]> plainTemplate(@PathVariable String kind, @RequestParam(defaultValue = "") String zone) {
        var asked = asked(kind);
        var content = writer.csv(asked.columns(), List.of(asked.example(proposed(zone))));
        return file("名册模板-" + kind + ".csv", CSV, content);
    }

    private static String proposed(String zone) {
        return RollAccess.isZoneCode(zone) ? zone.strip() : ANY_ZONE;
    }

    @GetMapping("/export/{kind}.xlsx")
    ResponseEntity<byte[]> export(
            @PathVariable String kind,
            @RequestParam String community,
            @RequestParam(defaultValue = "") String zone,
            Principal user) {
        var place = access.open(kind, community, zone, "", user);
        var rows = rolls.content(place).entries().stream()
                .map(entry -> place.kind().columns().stream()
                        .map(column -> shown(column.key(), entry))
                        .toList())
                .toList();
        var name = kind + "-" + community + (place.zone().isEmpty() ? "" : "-" + place.zone()) + ".xlsx";
        return file(name, XLSX, writer.xlsx("名册", place.kind().columns(), rows));
    }

    private static String shown(String column, Entry entry) {
        var text = entry.get(column);
        return "developer".equals(column) ? "true".equals(text) ? "是" : "否" : text;
    }

    private static RollKind asked(String kind) {
        return RollKind.of(kind).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "没有这种名册。"));
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(content);
    }
}
