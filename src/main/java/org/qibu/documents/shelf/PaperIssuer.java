package org.qibu.documents.shelf;

import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qibu.documents.Editions;
import org.qibu.documents.paper.FactFinder;
import org.qibu.documents.paper.Facts;
import org.qibu.documents.paper.PaperAuthor;
import org.qibu.documents.render.Legible;
import org.qibu.mail.Attachment;
import org.qibu.matter.Matter;
import org.qibu.matter.paper.Paper;
import org.qibu.matter.paper.Paper.Edition;
import org.qibu.matter.paper.PaperKind;
import org.qibu.matter.paper.Papers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes papers in both editions and puts them on the shelf. */
@Service
class PaperIssuer implements Papers {

    /** Stands in the file name of a masked paper, so that nobody posts the other one by mistake. */
    static final String MASKED = "隐名";

    private final Map<PaperKind, PaperAuthor> authors = new EnumMap<>(PaperKind.class);
    private final FactFinder facts;
    private final Editions editions;
    private final PaperShelf shelf;
    private final Clock clock;

    PaperIssuer(List<PaperAuthor> authors, FactFinder facts, Editions editions, PaperShelf shelf, Clock clock) {
        authors.forEach(author -> this.authors.put(author.kind(), author));
        this.facts = facts;
        this.editions = editions;
        this.shelf = shelf;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Optional<Attachment> issue(Matter matter, PaperKind kind) {
        var no = shelf.nextNumber(matter.matterNo(), kind);
        var known = facts.of(matter, no, clock.instant());
        write(known, kind, Edition.STAFF);
        return write(known, kind, Edition.PUBLIC).map(PaperIssuer::attached);
    }

    private Optional<Paper> write(Facts known, PaperKind kind, Edition edition) {
        var author = authors.get(kind);
        return author.write(known, editions.voice(known.matter(), edition)).map(written -> {
            var text = editions.released(known.matter(), edition, written);
            var name = Stream.of(
                            author.fileWord(known),
                            known.matter().matterNo(),
                            author.fileMark(known),
                            edition == Edition.PUBLIC ? MASKED : "")
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("-"));
            var paper = new Paper(
                    UUID.randomUUID(),
                    known.matter().matterNo(),
                    kind,
                    known.no(),
                    edition,
                    Legible.xml(text.title()),
                    name,
                    known.now());
            shelf.keep(paper, Legible.xml(text));
            return paper;
        });
    }

    @Override
    public List<Attachment> latest(String matterNo, PaperKind... kinds) {
        var papers = shelf.of(matterNo);
        return Arrays.stream(kinds)
                .flatMap(kind -> papers.stream()
                        .filter(paper -> paper.kind() == kind && paper.edition() == Edition.PUBLIC)
                        .reduce((first, second) -> second)
                        .stream())
                .map(PaperIssuer::attached)
                .toList();
    }

    @Override
    public List<Paper> of(String matterNo) {
        return shelf.of(matterNo);
    }

    private static Attachment attached(Paper paper) {
        if (paper.edition() != Edition.PUBLIC) {
            throw new IllegalArgumentException("Paper " + paper.id() + " names people and goes with no mail");
        }
        return new Attachment(
                paper.fileName() + ".pdf",
                PaperFormat.PDF.contentType(),
                paper.id().toString());
    }
}
