package org.qibu.portal;

import jakarta.servlet.http.HttpServletRequest;
import org.qibu.demo.DemoAccounts;
import org.qibu.engine.identity.Accounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page what its frame shows: who is there, and whether this is a demonstration. */
@ControllerAdvice(annotations = Controller.class)
class Frame {

    private final Accounts accounts;
    private final ObjectProvider<DemoAccounts> demonstration;

    Frame(Accounts accounts, ObjectProvider<DemoAccounts> demonstration) {
        this.accounts = accounts;
        this.demonstration = demonstration;
    }

    @ModelAttribute("visitor")
    Visitor visitor(HttpServletRequest request) {
        prepareForms(request);
        return new Visitor(request, accounts);
    }

    /** The token of a form may need a cookie, which comes too late once the page is on its way. */
    private static void prepareForms(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            token.getToken();
        }
    }

    @ModelAttribute("demo")
    boolean demo() {
        return demonstration.getIfAvailable() != null;
    }
}
