package org.qibu.process;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletConfig;
import org.springframework.web.context.WebApplicationContext;

/** The engine's REST interface behind our login, without a port: requests go through the filters into its servlet. */
public final class RestByHand {

    /** The servlet locks the interface's configuration, so that there is one for all tests of the application. */
    private static RestByHand only;

    private final ServletContainer servlet;
    private final Filter login;
    private final WebApplicationContext application;

    public static synchronized RestByHand of(WebApplicationContext application) {
        if (only == null || only.application != application) {
            only = new RestByHand(application);
        }
        return only;
    }

    private RestByHand(WebApplicationContext application) {
        this.application = application;
        this.login = application.getBean("springSecurityFilterChain", Filter.class);
        this.servlet = new ServletContainer(application.getBean(ResourceConfig.class));
        try {
            servlet.init(new MockServletConfig(application.getServletContext(), "engine-rest"));
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The status of the answer to this account, whose password is its name; {@code body} may be null. */
    public int status(String account, String method, String path, String body) {
        return answer(account, account, method, path, body).getStatus();
    }

    public MockHttpServletResponse answer(String account, String password, String method, String path, String body) {
        var request = new MockHttpServletRequest(application.getServletContext(), method, "/engine-rest" + path);
        request.setServletPath("/engine-rest");
        request.setPathInfo(path);
        request.addHeader(HttpHeaders.AUTHORIZATION, "Basic " + HttpHeaders.encodeBasicAuth(account, password, null));
        request.addHeader(HttpHeaders.ACCEPT, "application/json");
        if (body != null) {
            request.setContentType("application/json");
            request.setContent(body.getBytes(StandardCharsets.UTF_8));
        }
        var response = new MockHttpServletResponse();
        try {
            new MockFilterChain(servlet, login).doFilter(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
        return response;
    }
}
