package org.qibu.voting.rules;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Reminds whoever keeps the rules, on every staff page, while one in force is not confirmed. */
@ControllerAdvice(annotations = Controller.class)
class RuleReminder {

    private final RuleBook book;

    RuleReminder(RuleBook book) {
        this.book = book;
    }

    @ModelAttribute("unconfirmedRules")
    int unconfirmed(HttpServletRequest request) {
        var isStaffPage = request.getRequestURI().startsWith(request.getContextPath() + "/staff/");
        return isStaffPage && RuleKeepers.isKeeper(request) ? book.unconfirmed() : 0;
    }
}
