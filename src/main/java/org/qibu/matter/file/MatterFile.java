package org.qibu.matter.file;

import java.time.Instant;
import java.util.UUID;

/** A file that belongs to a matter: photo, signed agreement, report. */
public record MatterFile(
        UUID id, String kind, String name, String contentType, long size, String sha256, Instant at, String actor) {

    /** Whether a browser may show it in place; only pictures we made ourselves. */
    public boolean isPicture() {
        return "image/jpeg".equals(contentType);
    }
}
