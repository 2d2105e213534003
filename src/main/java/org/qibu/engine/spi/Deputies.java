package org.qibu.engine.spi;

import java.util.List;

/** Finds whom a deputy stands in for, and records what the deputy does for them; implemented by the room of access. */
public interface Deputies {

    /** The accounts this one stands in for today. */
    List<String> absentOf(String deputyId);

    /** Notes that the deputy does a task for somebody who is away. */
    void acts(String taskId, String deputyId, String absentId);
}
