package org.qibu.community.rolls;

/**
 * Which roll: of what kind, of which community, of which building zone.
 *
 * @param zone empty where the kind is not by zone
 * @param zoneName what a zone that does not exist yet is to be called; may be empty
 */
public record RollPlace(RollKind kind, String community, String zone, String zoneName) {

    /** What goes before the numbers of this roll so that they are not those of another zone or list, such as xa-. */
    public String prefix() {
        return (zone.isEmpty() ? kind.letter() : zone) + "-";
    }

    /** Whether the other names the same roll, whatever its zone would be called. */
    public boolean isSameRoll(RollPlace other) {
        return kind == other.kind && community.equals(other.community) && zone.equals(other.zone);
    }
}
