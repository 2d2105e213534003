package org.qibu.availability;

import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the bound for slow bodies into the web server. Slow headers occupy no thread there. */
@Configuration(proxyBeanMethods = false)
class SlowSenders {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedBodies() {
        return server -> server.addEngineValves(new BodyValve(SlowBodies.usual()));
    }
}
