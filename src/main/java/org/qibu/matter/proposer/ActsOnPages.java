package org.qibu.matter.proposer;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Adds the acts a matter is open for to the model of every page. */
@ControllerAdvice(annotations = Controller.class)
class ActsOnPages {

    private final OpenActs open;
    private final ProposerPeriods periods;
    private final Standing standing;

    ActsOnPages(OpenActs open, ProposerPeriods periods, Standing standing) {
        this.open = open;
        this.periods = periods;
        this.standing = standing;
    }

    @ModelAttribute("acts")
    ActsOfVisitor acts(HttpServletRequest request) {
        return new ActsOfVisitor(open, periods, standing, request.getUserPrincipal());
    }
}
