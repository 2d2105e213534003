package org.qibu.bench.setup;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.jdbc.core.JdbcTemplate;

/** One of the two that are compared. */
public interface Side extends AutoCloseable {

    ProcessEngine engine();

    JdbcTemplate database();

    /** The communities its tasks and readers belong to; none in a deployment without communities. */
    List<String> communities();

    /**
     * Grants the groups reading the tasks of the process, as this side does it; the seed's group has its rights
     * already.
     */
    void letRead(int groups);

    /** What the reader's task list asks. */
    TaskQuery list(String reader);

    @Override
    void close();
}
