package org.qibu.availability;

import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the bounds for slow heads, slow bodies and many connections into the web server. */
@Configuration(proxyBeanMethods = false)
class SlowSenders {

    /** Of the 8192 connections of the web server; an office behind one address has a few hundred. */
    private static final int CONNECTIONS_OF_AN_ADDRESS = 1_000;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedSenders(ServerProperties properties) {
        return server -> {
            server.setProtocol(BoundedHttp.class.getName());
            server.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof BoundedHttp http) {
                    http.bound(AddressBound.of(CONNECTIONS_OF_AN_ADDRESS, properties));
                }
            });
            server.addEngineValves(new BodyValve(SlowBodies.usual()));
        };
    }
}
