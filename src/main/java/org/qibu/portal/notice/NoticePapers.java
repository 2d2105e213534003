package org.qibu.portal.notice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.qibu.documents.render.PdfWriter;
import org.qibu.matter.access.NothingThere;
import org.qibu.notices.board.PublicBoard;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The printed notice: as a page to print from a browser and as a PDF file. */
@Controller
class NoticePapers {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final PublicBoard board;
    private final NoticePaper paper;
    private final PdfWriter pdf;

    NoticePapers(PublicBoard board, NoticePaper paper, PdfWriter pdf) {
        this.board = board;
        this.paper = paper;
        this.pdf = pdf;
    }

    @GetMapping("/notices/{id:\\d{1,18}}/print")
    ResponseEntity<String> print(@PathVariable long id) {
        return ResponseEntity.ok().contentType(HTML).body(paper.page(find(id)));
    }

    @GetMapping("/notices/{id:\\d{1,18}}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long id) throws IOException {
        var sheet = find(id);
        var name = "公示-" + sheet.notice().matterNo() + "-" + id + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(pdf.write(paper.complete(sheet)));
    }

    private PublicBoard.Sheet find(long id) {
        return board.find(id).orElseThrow(() -> new NothingThere("没有找到这份公示，请核对地址。"));
    }
}
