package org.qibu.implementation.emergency;

import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was done at once, for programs of the community. */
@RestController
class EmergencyWorkApi {

    private final EmergencyWork work;

    EmergencyWorkApi(EmergencyWork work) {
        this.work = work;
    }

    /** What was done, by whom, when. */
    record Sent(String text) {}

    /** Of which matter it was kept. */
    record Kept(String matterNo) {}

    @PostMapping("/api/matters/{matterNo}/emergency-work")
    @ResponseStatus(HttpStatus.CREATED)
    Kept note(@PathVariable String matterNo, @RequestBody Sent sent, Principal user) {
        return new Kept(work.note(matterNo, sent.text(), user).matterNo());
    }
}
