package org.qibu.matter;

/**
 * The routing values of a process that a matter keeps a copy of, where people and searches see them; null where the process
 * has none in sight.
 */
public record MirroredValues(
        MatterCode<Track> track,
        MatterCode<MatterType> matterType,
        MatterCode<Urgency> urgency,
        MatterCode<Level> level,
        Number round,
        Number adjourned,
        Number cycle,
        Number reopened) {}
