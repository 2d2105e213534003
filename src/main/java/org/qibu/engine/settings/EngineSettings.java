package org.qibu.engine.settings;

import java.util.Optional;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;

/** What holds for the engine as a whole. */
@Configuration(proxyBeanMethods = false)
class EngineSettings {

    /** The engine looks at its tables while it is built, so they have to be there first. */
    @Bean
    static BeanFactoryPostProcessor tablesBeforeEngine() {
        return factory -> {
            for (var name : factory.getBeanNamesForType(
                    org.camunda.bpm.engine.spring.ProcessEngineFactoryBean.class, true, false)) {
                factory.getBeanDefinition(name.replace("&", "")).setDependsOn("flywayInitializer");
            }
        };
    }

    /** The job executor of the starter with its settings {@code camunda.bpm.job-execution}, working as the product itself. */
    @Bean
    @ConditionalOnProperty(prefix = "camunda.bpm.job-execution", name = "enabled", matchIfMissing = true)
    static JobExecutor engineJobs(
            @Qualifier("camundaTaskExecutor") TaskExecutor threads, CamundaBpmProperties properties) {
        var settings = properties.getJobExecution();
        var jobs = new EngineJobs();
        jobs.setTaskExecutor(threads);
        jobs.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        Optional.ofNullable(settings.getLockTimeInMillis()).ifPresent(jobs::setLockTimeInMillis);
        Optional.ofNullable(settings.getMaxJobsPerAcquisition()).ifPresent(jobs::setMaxJobsPerAcquisition);
        Optional.ofNullable(settings.getWaitTimeInMillis()).ifPresent(jobs::setWaitTimeInMillis);
        Optional.ofNullable(settings.getMaxWait()).ifPresent(jobs::setMaxWait);
        Optional.ofNullable(settings.getBackoffTimeInMillis()).ifPresent(jobs::setBackoffTimeInMillis);
        Optional.ofNullable(settings.getMaxBackoff()).ifPresent(jobs::setMaxBackoff);
        Optional.ofNullable(settings.getBackoffDecreaseThreshold()).ifPresent(jobs::setBackoffDecreaseThreshold);
        Optional.ofNullable(settings.getWaitIncreaseFactor()).ifPresent(jobs::setWaitIncreaseFactor);
        return jobs;
    }
}
