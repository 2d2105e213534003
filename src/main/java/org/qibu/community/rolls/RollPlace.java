package org.qibu.community.rolls;

/**
 * Which roll: of what kind, of which community, of which building zone.
 *
 * @param zone empty where the kind is not by zone
 * @param zoneName what a zone that does not exist yet is to be called; may be empty
 */
public record RollPlace(RollKind kind, String community, String zone, String zoneName) {}
