package org.qibu.documents.shelf;

import java.util.EnumSet;
import java.util.UUID;
import org.qibu.documents.render.PdfPapers;
import org.qibu.documents.render.WordPapers;
import org.qibu.mail.AttachmentStore;
import org.qibu.matter.paper.Paper.Edition;
import org.qibu.text.Sha256;
import org.springframework.stereotype.Component;

/** The files of papers: made when first needed, the same bytes ever after. */
@Component
class PaperFiles implements AttachmentStore {

    private final PaperShelf shelf;
    private final PdfPapers pdf;
    private final WordPapers word;

    PaperFiles(PaperShelf shelf, PdfPapers pdf, WordPapers word) {
        this.shelf = shelf;
        this.pdf = pdf;
        this.word = word;
    }

    byte[] of(UUID id, PaperFormat format) {
        return shelf.file(id, format.ending()).orElseGet(() -> make(id, format));
    }

    @Override
    public byte[] content(String reference) {
        var id = UUID.fromString(reference);
        return shelf.file(id, PaperFormat.PDF.ending(), EnumSet.of(Edition.PUBLIC))
                .orElseGet(() -> firstContent(id));
    }

    private byte[] firstContent(UUID id) {
        if (shelf.find(id).filter(paper -> paper.edition() == Edition.PUBLIC).isEmpty()) {
            throw new IllegalArgumentException("Paper " + id + " names people and goes with no mail");
        }
        return make(id, PaperFormat.PDF);
    }

    private byte[] make(UUID id, PaperFormat format) {
        var text = shelf.text(id);
        var made = format == PaperFormat.PDF ? pdf.write(text) : word.write(text);
        shelf.keep(id, format.ending(), made, Sha256.hex(made));
        return shelf.file(id, format.ending()).orElse(made);
    }
}
