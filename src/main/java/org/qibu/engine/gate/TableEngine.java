package org.qibu.engine.gate;

import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.qibu.engine.feel.SafeFeel;

/** How decision tables are evaluated, in matters, at the gate and in trials alike. */
final class TableEngine {

    private TableEngine() {}

    /** Settings for an engine that evaluates FEEL within the bounds of {@link SafeFeel}. */
    static DefaultDmnEngineConfiguration configuration() {
        var configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(SafeFeel::new);
        return configuration;
    }

    /** An engine of its own, for tables nobody deployed. */
    static DmnEngine forTrials() {
        return configuration().buildEngine();
    }
}
