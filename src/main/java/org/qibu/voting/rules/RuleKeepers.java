package org.qibu.voting.rules;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Who keeps the rules of the whole installation. */
final class RuleKeepers {

    private RuleKeepers() {}

    static boolean isKeeper(HttpServletRequest request) {
        return request.isUserInRole("camunda-admin") || request.isUserInRole("process-admin");
    }

    static void check(HttpServletRequest request) {
        if (!isKeeper(request)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "只有系统管理员和流程管理员可以修改表决规则。");
        }
    }
}
