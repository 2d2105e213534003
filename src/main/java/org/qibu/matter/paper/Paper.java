package org.qibu.matter.paper;

import java.time.Instant;
import java.util.UUID;

/**
 * A paper of a matter as it was made at one moment, in one edition.
 *
 * @param no counts the papers of this kind in the matter, from 1
 * @param fileName without an ending
 */
public record Paper(
        UUID id,
        String matterNo,
        PaperKind kind,
        int no,
        Edition edition,
        String title,
        String fileName,
        Instant madeAt) {

    /** For whom it is written. */
    public enum Edition {
        /** Full names. */
        STAFF,
        /** Names and addresses masked, for mails and the public page. */
        PUBLIC
    }
}
