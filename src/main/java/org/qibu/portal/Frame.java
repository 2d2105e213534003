package org.qibu.portal;

import jakarta.servlet.http.HttpServletRequest;
import org.qibu.engine.Accounts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page what its frame shows: who is there, and whether this is a demonstration. */
@ControllerAdvice(annotations = Controller.class)
class Frame {

    private final Accounts accounts;
    private final boolean demo;

    Frame(Accounts accounts, @Value("${qibu.demo:false}") String demo) {
        this.accounts = accounts;
        this.demo = Boolean.parseBoolean(demo);
    }

    @ModelAttribute("visitor")
    Visitor visitor(HttpServletRequest request) {
        return new Visitor(request, accounts);
    }

    @ModelAttribute("demo")
    boolean demo() {
        return demo;
    }
}
