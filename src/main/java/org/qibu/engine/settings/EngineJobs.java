package org.qibu.engine.settings;

import java.util.List;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.qibu.engine.identity.SystemWork;

/** The engine's job executor, whose threads work as the product itself. */
class EngineJobs extends SpringJobExecutor {

    @Override
    protected void startJobAcquisitionThread() {
        if (jobAcquisitionThread == null) {
            jobAcquisitionThread = new Thread(SystemWork.declared(acquireJobsRunnable), getName());
            jobAcquisitionThread.start();
        }
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobIds, ProcessEngineImpl engine) {
        return SystemWork.declared(super.getExecuteJobsRunnable(jobIds, engine));
    }
}
