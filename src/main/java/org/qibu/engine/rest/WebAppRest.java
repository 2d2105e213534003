package org.qibu.engine.rest;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;

/** The engine's REST interface as the web apps call it, with our own words for refusals. Made by its servlet by its name. */
public class WebAppRest extends EngineRestApplication {

    @Override
    public Set<Class<?>> getClasses() {
        var classes = new HashSet<>(super.getClasses());
        classes.addAll(RefusalMapper.ALL);
        classes.add(MustBeThere.class);
        classes.add(MustAskForSomething.class);
        return classes;
    }
}
