package org.qibu.matter;

/**
 * The routing values of a process that a matter keeps a copy of, where people and searches see them; null where the process
 * has none in sight.
 */
record RoutingValues(
        String track,
        String matterType,
        String urgency,
        String level,
        Number round,
        Number adjourned,
        Number cycle,
        Number reopened) {}
