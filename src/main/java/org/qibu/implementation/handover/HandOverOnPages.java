package org.qibu.implementation.handover;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import org.qibu.community.Organisation;
import org.qibu.matter.Matter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Adds to the model of a matter's page the units to which its visitor can hand the work over. */
@ControllerAdvice(annotations = Controller.class)
class HandOverOnPages {

    private final HandOver handOver;

    HandOverOnPages(HandOver handOver) {
        this.handOver = handOver;
    }

    /** Asks only where a page shows it. */
    public static final class Choices {

        private final HandOver handOver;
        private final Principal user;

        Choices(HandOver handOver, Principal user) {
            this.handOver = handOver;
            this.user = user;
        }

        /** The units to choose from; empty where this visitor cannot hand the matter over. */
        public List<Organisation> of(Matter matter) {
            return handOver.choices(matter, user);
        }
    }

    @ModelAttribute("leadUnits")
    Choices choices(HttpServletRequest request) {
        return new Choices(handOver, request.getUserPrincipal());
    }
}
