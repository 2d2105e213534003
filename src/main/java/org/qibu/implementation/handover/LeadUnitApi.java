package org.qibu.implementation.handover;

import java.security.Principal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The lead unit of a matter, for programs of the sub-district. */
@RestController
class LeadUnitApi {

    private final HandOver handOver;

    LeadUnitApi(HandOver handOver) {
        this.handOver = handOver;
    }

    /** Which unit is to lead, by code or name, and why. */
    record Sent(String leadUnit, String reason) {}

    /** Which unit leads now, by code. */
    record Done(String matterNo, String leadUnit) {}

    @PostMapping("/api/matters/{matterNo}/lead-unit")
    Done handOver(@PathVariable String matterNo, @RequestBody Sent sent, Principal user) {
        var matter = handOver.to(matterNo, sent.leadUnit(), sent.reason(), user);
        return new Done(matter.matterNo(), matter.leadUnit());
    }
}
