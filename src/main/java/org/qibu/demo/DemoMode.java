package org.qibu.demo;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Whether this is a demonstration: as {@code QIBU_DEMO} says, otherwise only while the database is embedded. */
public final class DemoMode implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return isOn(context.getEnvironment());
    }

    /** Whether demonstration mode is on in this environment. */
    public static boolean isOn(Environment environment) {
        var said = environment.getProperty("qibu.demo", "").strip();
        return said.isEmpty()
                ? !StringUtils.hasText(environment.getProperty("spring.datasource.url"))
                : Boolean.parseBoolean(said);
    }
}
