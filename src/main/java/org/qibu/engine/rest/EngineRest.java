package org.qibu.engine.rest;

import jakarta.ws.rs.ApplicationPath;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.springframework.stereotype.Component;

/** The engine's REST interface with our own words for refusals. */
@Component
@ApplicationPath("/engine-rest")
class EngineRest extends CamundaJerseyResourceConfig {

    @Override
    protected void registerAdditionalResources() {
        RefusalMapper.ALL.forEach(this::register);
        register(MustBeThere.class);
        register(MustAskForSomething.class);
    }
}
