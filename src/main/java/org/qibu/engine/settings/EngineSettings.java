package org.qibu.engine.settings;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
}
