package org.qibu.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Parks matters in different steps, so that everybody finds something to do at the first login. */
@Component
@ConditionalOnDemo
class ParkedMatters {

    private static final Logger log = LoggerFactory.getLogger(ParkedMatters.class);

    private static final String NAME = "matters";

    private final Walkthrough walkthrough;
    private final Loaded loaded;
    private final boolean wanted;

    ParkedMatters(Walkthrough walkthrough, Loaded loaded, @Value("${qibu.demo.parked:true}") boolean wanted) {
        this.walkthrough = walkthrough;
        this.loaded = loaded;
        this.wanted = wanted;
    }

    /**
     * Parks them once; what cannot be parked is reported and does not stand in the way of the start. Where not a single
     * one could begin, the next start tries again. {@code qibu.demo.parked=false} leaves the communities without.
     */
    void load() {
        if (wanted
                && loaded.isNew(NAME)
                && scripts().stream().filter(this::park).count() == 0) {
            loaded.forget(NAME);
        }
    }

    static List<Script> scripts() {
        return DemoFiles.yaml("matters.yaml", new TypeReference<>() {});
    }

    /** True when there is a matter afterwards, be it stuck halfway. */
    private boolean park(Script script) {
        try {
            log.info("Parked {} {}", walkthrough.walk(script), script.title());
            return true;
        } catch (ScriptStuck stuck) {
            log.warn("Could not park {}: {}", script.title(), stuck.getMessage());
            log.debug("Why it could not be parked", stuck);
            return stuck.begun();
        }
    }
}
