package org.qibu.engine.listener;

import java.lang.reflect.Field;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.qibu.availability.OutOfMemory;
import org.qibu.engine.MatterLock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * Locks the matter of a due timer before anything of it is loaded, as everybody does who changes a matter. A timer
 * that waits too long is tried again later, like one that lost a race. Memory that runs out in a command, such as in a
 * table that is evaluated, ends the process although the engine would catch it.
 */
class MatterLockInterceptor extends CommandInterceptor {

    /** The engine shows to nobody which job a command is about. */
    private static final Field JOB = jobOfCommand();

    private final SingletonSupplier<MatterLock> matters;

    MatterLockInterceptor(ObjectProvider<MatterLock> matters) {
        this.matters = SingletonSupplier.of(matters::getObject);
    }

    private static Field jobOfCommand() {
        var field = ReflectionUtils.findField(ExecuteJobsCmd.class, "jobId");
        if (field == null) {
            throw new IllegalStateException("this engine names the job of a command otherwise");
        }
        ReflectionUtils.makeAccessible(field);
        return field;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof ExecuteJobsCmd && ReflectionUtils.getField(JOB, command) instanceof String job) {
            try {
                matters.obtain().holdOfJob(job);
            } catch (PessimisticLockingFailureException busy) {
                throw new OptimisticLockingException(
                        "the matter of job " + job + " is in somebody's hands: " + busy.getMessage());
            }
        }
        try {
            return next.execute(command);
        } catch (OutOfMemoryError e) {
            OutOfMemory.endIfCauseOf(e);
            throw e;
        }
    }
}
