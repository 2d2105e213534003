package org.qibu.engine.spi;

import java.util.List;

/** Tells who does whose work while somebody is away; the room of access answers. */
public interface Deputies {

    /** The accounts this one stands in for today. */
    List<String> absentOf(String deputyId);

    /** Notes that the deputy does a task for somebody who is away. */
    void acts(String taskId, String deputyId, String absentId);
}
