package org.qibu.community.rolls.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qibu.community.rolls.Decisions;
import org.qibu.community.rolls.imports.Rolls;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Where programs hand in a roll: as a form with a file, or as the table itself. What a person decides while looking at
 * the preview they write down: {@code prefix=xa-} goes before every number of the file, {@code renamed=O001,O002} names
 * the people who are called otherwise than before.
 */
@RestController
@RequestMapping("/api/rolls/{kind}")
class RollsApi {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int JUST_TOO_LARGE = 20 * 1024 * 1024 + 1;

    private final RollAccess access;
    private final Rolls rolls;

    RollsApi(RollAccess access, Rolls rolls) {
        this.access = access;
        this.rolls = rolls;
    }

    /**
     * What an import came to.
     *
     * @param totalArea in square metres with two decimals
     * @param reading which sheet of the file was read and which were not; empty where it has no sheets
     */
    record Imported(UUID rollId, int rows, int heads, String totalArea, String reading) {

        static Imported of(Rolls.Brought brought) {
            var roll = brought.roll();
            return new Imported(roll.id(), roll.rows(), roll.heads(), roll.area(), brought.reading());
        }
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Imported form(
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String community,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "") String zoneName,
            @RequestParam(defaultValue = "") String prefix,
            @RequestParam(required = false) List<String> renamed,
            @RequestParam MultipartFile file,
            Principal user)
            throws IOException {
        var place = access.open(kind, community, zone, zoneName, user);
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        return Imported.of(rolls.bring(place, name, file.getBytes(), user.getName(), Decisions.of(prefix, renamed)));
    }

    @PostMapping(
            consumes = {
                "text/csv",
                "text/tab-separated-values",
                MediaType.TEXT_PLAIN_VALUE,
                XLSX,
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    Imported table(
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String community,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "") String zoneName,
            @RequestParam(defaultValue = "") String prefix,
            @RequestParam(required = false) List<String> renamed,
            HttpServletRequest request,
            Principal user)
            throws IOException {
        var place = access.open(kind, community, zone, zoneName, user);
        var content = request.getInputStream().readNBytes(JUST_TOO_LARGE);
        return Imported.of(rolls.bring(place, "", content, user.getName(), Decisions.of(prefix, renamed)));
    }
}
