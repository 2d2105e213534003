package org.qibu.engine.settings;

import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/**
 * The engine's own checks, and one it leaves out: jobs of no process, such as the clean-up of history, belong to the
 * installation and are seen and touched by its administrators only.
 */
class EngineObjects extends AuthorizationCommandChecker {

    @Override
    public void checkReadJob(JobEntity job) {
        ofInstallation(job);
        super.checkReadJob(job);
    }

    @Override
    public void checkUpdateJob(JobEntity job) {
        ofInstallation(job);
        super.checkUpdateJob(job);
    }

    @Override
    public void checkUpdateRetriesJob(JobEntity job) {
        ofInstallation(job);
        super.checkUpdateRetriesJob(job);
    }

    private static void ofInstallation(JobEntity job) {
        if (job.getProcessDefinitionKey() == null) {
            Context.getCommandContext().getAuthorizationManager().checkCamundaAdmin();
        }
    }
}
