package org.qibu.engine.gate.dmn;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.qibu.engine.feel.SafeFeel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How decision tables are evaluated, in matters, at the gate and in trials alike. */
public final class TableEngine {

    private static final Logger log = LoggerFactory.getLogger(TableEngine.class);
    private static final DmnEngine TRIALS = forTrials();

    private TableEngine() {}

    /** Settings for an engine that evaluates FEEL within the bounds of {@link SafeFeel}. */
    public static DefaultDmnEngineConfiguration configuration() {
        var configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(SafeFeel::new);
        return configuration;
    }

    /** Why the engine could not deploy a file of tables, which our own rules let through; empty where it could. */
    public static Optional<String> trial(byte[] source) {
        try {
            TRIALS.parseDecisionRequirementsGraph(new ByteArrayInputStream(source));
            return Optional.empty();
        } catch (DmnEngineException unreadable) {
            log.warn("The engine does not read a table: {}", unreadable.getMessage());
            return Optional.of("引擎读不了这个文件，请在 Modeler 里打开，检查编号（id）并重新保存");
        }
    }

    /** An engine of its own, for tables nobody deployed. */
    public static DmnEngine forTrials() {
        return configuration().buildEngine();
    }
}
