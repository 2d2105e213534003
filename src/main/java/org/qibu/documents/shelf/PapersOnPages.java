package org.qibu.documents.shelf;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.qibu.matter.paper.Paper;
import org.qibu.matter.paper.Paper.Edition;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the pages of a matter list; templates call it {@code @papersOnPages}. */
@Component("papersOnPages")
public class PapersOnPages {

    private final PaperShelf shelf;
    private final MessageSource texts;

    PapersOnPages(PaperShelf shelf, MessageSource texts) {
        this.shelf = shelf;
        this.texts = texts;
    }

    /**
     * A paper as a page lists it.
     *
     * @param open its masked edition; null on the public page, where the paper itself is that
     */
    public record Line(UUID id, String kind, String title, Instant madeAt, UUID open) {}

    /** All papers of a matter for staff, newest first. */
    public List<Line> forStaff(String matterNo, Locale language) {
        var papers = shelf.of(matterNo);
        return papers.stream()
                .filter(paper -> paper.edition() == Edition.STAFF)
                .sorted((one, other) -> other.madeAt().compareTo(one.madeAt()))
                .map(paper -> line(paper, language, twin(papers, paper)))
                .toList();
    }

    /** The masked papers of a matter that everybody may read, newest first. */
    public List<Line> forEverybody(String matterNo, Locale language) {
        return shelf.of(matterNo).stream()
                .filter(PapersOnPages::isForEverybody)
                .sorted((one, other) -> other.madeAt().compareTo(one.madeAt()))
                .map(paper -> line(paper, language, null))
                .toList();
    }

    static boolean isForEverybody(Paper paper) {
        return paper.edition() == Edition.PUBLIC && paper.kind().isForEverybody();
    }

    private Line line(Paper paper, Locale language, UUID open) {
        var kind = texts.getMessage("paper." + paper.kind(), null, language);
        return new Line(paper.id(), kind, paper.title(), paper.madeAt(), open);
    }

    private static UUID twin(List<Paper> papers, Paper paper) {
        return papers.stream()
                .filter(other -> other.kind() == paper.kind() && other.no() == paper.no() && other != paper)
                .map(Paper::id)
                .findFirst()
                .orElse(null);
    }
}
