package org.qibu.documents.shelf;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.UUID;
import org.qibu.matter.Matters;
import org.qibu.matter.access.StaffAccess;
import org.qibu.matter.paper.Paper;
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

/** Hands out papers: to the staff of the community all of them, to everybody the masked ones that are public. */
@Controller
class PaperDownloads {

    private final PaperShelf shelf;
    private final PaperFiles files;
    private final Matters matters;
    private final StaffAccess staffAccess;

    PaperDownloads(PaperShelf shelf, PaperFiles files, Matters matters, StaffAccess staffAccess) {
        this.shelf = shelf;
        this.files = files;
        this.matters = matters;
        this.staffAccess = staffAccess;
    }

    @GetMapping("/staff/matters/{matterNo}/papers/{id}.{ending}")
    ResponseEntity<byte[]> forStaff(
            @PathVariable String matterNo, @PathVariable UUID id, @PathVariable String ending, Principal user) {
        if (!isOfCommunity(user, matterNo)) {
            throw missing();
        }
        var format = PaperFormat.ofEnding(ending).orElseThrow(PaperDownloads::missing);
        return file(paper(matterNo, id), format);
    }

    @GetMapping("/matters/{matterNo}/papers/{id}.pdf")
    ResponseEntity<byte[]> forEverybody(@PathVariable String matterNo, @PathVariable UUID id) {
        var paper = paper(matterNo, id);
        if (!PapersOnPages.isForEverybody(paper)) {
            throw missing();
        }
        return file(paper, PaperFormat.PDF);
    }

    private boolean isOfCommunity(Principal user, String matterNo) {
        return matters.find(matterNo)
                .filter(matter -> staffAccess.isOf(matter.communityCode(), user))
                .isPresent();
    }

    private Paper paper(String matterNo, UUID id) {
        return shelf.find(id).filter(paper -> paper.matterNo().equals(matterNo)).orElseThrow(PaperDownloads::missing);
    }

    private ResponseEntity<byte[]> file(Paper paper, PaperFormat format) {
        var shown = format == PaperFormat.PDF ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.contentType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        shown.filename(paper.fileName() + "." + format.ending(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(files.of(paper.id(), format));
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "没有找到这份公文。");
    }
}
