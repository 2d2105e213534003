package org.qibu.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Parks matters in different steps, so that everybody finds something to do at the first login. */
@Component
@ConditionalOnDemo
class ParkedMatters {

    private static final Logger log = LoggerFactory.getLogger(ParkedMatters.class);

    private final Walkthrough walkthrough;
    private final Loaded loaded;

    ParkedMatters(Walkthrough walkthrough, Loaded loaded) {
        this.walkthrough = walkthrough;
        this.loaded = loaded;
    }

    /** Parks them once; what cannot be parked is reported and does not stand in the way of the start. */
    void load() {
        if (loaded.isNew("matters")) {
            scripts().forEach(this::park);
        }
    }

    static List<Script> scripts() {
        return DemoFiles.yaml("matters.yaml", new TypeReference<>() {});
    }

    private void park(Script script) {
        try {
            log.info("Parked {} {}", walkthrough.walk(script), script.title());
        } catch (RuntimeException reason) {
            log.warn("Could not park {}: {}", script.title(), reason.getMessage());
            log.debug("Why it could not be parked", reason);
        }
    }
}
