package org.qibu.engine;

import java.util.Collection;
import java.util.List;
import org.qibu.transaction.ReadOnce;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one order in which things are locked: whoever changes anything of a matter holds the matter first, and only then its
 * tasks, votes, notices, rows. Of two people at once one is first; the other waits, and then finds things as they are.
 *
 * <p>The row is locked so that others may still refer to the matter meanwhile. All methods want a running transaction and
 * hold until it ends; holding what is held already costs and changes nothing.
 */
@Component
public class MatterLock {

    private static final String HOLD = " for no key update";

    private final JdbcClient database;

    /** Over the database the transactions run on. */
    public MatterLock(JdbcClient database) {
        this.database = database;
    }

    /**
     * Waits until nobody else holds the matter, and holds it; nothing where there is no such matter.
     *
     * @throws PessimisticLockingFailureException after {@code lock_timeout}
     */
    public void hold(String matterNo) {
        if (!ReadOnce.isRecorded(MatterLock.class, matterNo)) {
            database.sql("select matter_no from matter where matter_no = ?" + HOLD)
                    .param(matterNo)
                    .query(String.class)
                    .optional()
                    .ifPresent(MatterLock::held);
        }
    }

    /** From now on things are as they are now; what was read before may have changed while this waited. */
    private static void held(String matterNo) {
        ReadOnce.forgetAll();
        ReadOnce.recordIfFirst(MatterLock.class, matterNo);
    }

    /** Holds the matter of an open task; nothing where the task is over or of no matter. */
    public void holdOfTask(String taskId) {
        of("act_ru_task t join act_ru_execution r on r.id_ = t.proc_inst_id_", taskId);
    }

    /** Holds the matter of a timer or another job of the engine; nothing where it is over or of no matter. */
    public void holdOfJob(String jobId) {
        of("act_ru_job t join act_ru_execution r on r.id_ = t.process_instance_id_", jobId);
    }

    private void of(String tables, String id) {
        if (!ReadOnce.isRecorded(MatterLock.class, List.of(tables, id))) {
            database.sql("select matter_no from matter where matter_no = (select r.business_key_ from " + tables
                            + " where t.id_ = ?)" + HOLD)
                    .param(id)
                    .query(String.class)
                    .optional()
                    .ifPresent(matterNo -> {
                        held(matterNo);
                        ReadOnce.recordIfFirst(MatterLock.class, List.of(tables, id));
                    });
        }
    }

    /** Holds all of these, one after the other by number, as everybody does who holds several. */
    public void holdAll(Collection<String> matterNos) {
        database.sql("select matter_no from matter where matter_no = any(?) order by matter_no" + HOLD)
                .param(matterNos.toArray(String[]::new))
                .query(String.class)
                .list()
                .forEach(MatterLock::held);
    }

    /**
     * Holds another matter beside the one that is held already. Waits only for a higher number, since two who wait for each
     * other's would wait for good.
     *
     * @throws PessimisticLockingFailureException when somebody else holds it
     */
    public void holdBeside(String held, String other) {
        if (other.compareTo(held) > 0) {
            hold(other);
        } else {
            database.sql("select matter_no from matter where matter_no = ?" + HOLD + " skip locked")
                    .param(other)
                    .query(String.class)
                    .optional()
                    .orElseThrow(() -> new CannotAcquireLockException("somebody is working on " + other));
            held(other);
        }
    }
}
