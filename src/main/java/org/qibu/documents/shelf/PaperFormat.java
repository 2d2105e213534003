package org.qibu.documents.shelf;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a paper can be had as. */
enum PaperFormat {
    PDF("application/pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final String contentType;

    PaperFormat(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    /** The ending of its files. */
    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PaperFormat> ofEnding(String ending) {
        return Stream.of(values())
                .filter(format -> format.ending().equals(ending))
                .findFirst();
    }
}
