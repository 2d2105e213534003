package org.qibu.community.rolls;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * A roll as it was imported.
 *
 * @param totalArea in hundredths of a square metre
 * @param sha256 of what it says, whatever file it came in
 */
public record Roll(
        UUID id,
        String kind,
        String communityCode,
        String zone,
        int rows,
        int heads,
        long totalArea,
        String sha256,
        Instant importedAt,
        String importedBy,
        String fileName)
        implements Serializable {

    /** The beginning of the hash, enough to compare two by eye. */
    public String shortHash() {
        return sha256.substring(0, 12);
    }

    /** With two decimals, in square metres. */
    public String area() {
        return Area.text(totalArea);
    }
}
