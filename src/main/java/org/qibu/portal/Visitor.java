package org.qibu.portal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.qibu.engine.identity.Accounts;
import org.springframework.web.util.UriComponentsBuilder;

/** Who looks at a page, as its frame needs to know; asks for the name only when it is shown. */
public class Visitor {

    private final HttpServletRequest request;
    private final Accounts accounts;

    Visitor(HttpServletRequest request, Accounts accounts) {
        this.request = request;
        this.accounts = accounts;
    }

    /** Whether somebody is logged in. */
    public boolean isStaff() {
        return request.getUserPrincipal() != null;
    }

    /** Whether this person keeps the models. */
    public boolean isMendsModels() {
        return request.isUserInRole("process-admin");
    }

    /** What the page calls this person. An error page asks nobody: the question may be what fails. */
    public String getName() {
        var id = request.getUserPrincipal().getName();
        var isError = request.getDispatcherType() == DispatcherType.ERROR;
        return isError ? id : accounts.nameOf(id);
    }

    /** The address of this same page in another language. */
    public String in(String language) {
        return UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .replaceQueryParam("lang", language)
                .build()
                .toUriString();
    }

    /** Whether the page belongs to this part of the house. */
    public boolean isAt(String path) {
        return request.getRequestURI().startsWith(request.getContextPath() + path);
    }
}
