package org.qibu.matter.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.qibu.matter.file.Seals;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Lists the damaged stored files for administrators, on every staff page, until they are restored. */
@ControllerAdvice(annotations = Controller.class)
class DamageReminder {

    private static final String ADMINISTRATORS = "camunda-admin";

    private final Seals seals;

    DamageReminder(Seals seals) {
        this.seals = seals;
    }

    @ModelAttribute("damagedFiles")
    List<Seals.Broken> damaged(HttpServletRequest request) {
        var isStaffPage = request.getRequestURI().startsWith(request.getContextPath() + "/staff/");
        return isStaffPage && request.isUserInRole(ADMINISTRATORS) ? seals.broken() : List.of();
    }
}
