package org.qibu.matter;

/** Which course a matter takes; its name is the code in tables, processes and the database. */
public enum Track {
    /** Settled on the spot (即时议). */
    INSTANT,
    /** Deliberated in all seven steps (深入议); also before anybody decided. */
    IN_DEPTH
}
