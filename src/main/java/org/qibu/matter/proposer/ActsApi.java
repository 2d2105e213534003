package org.qibu.matter.proposer;

import java.security.Principal;
import org.qibu.matter.Matter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a proposer does to a matter, for programs: with the code of the receipt, or by staff on behalf. */
@RestController
@RequestMapping("/api/matters/{matterNo}")
class ActsApi {

    private final Acts acts;

    ActsApi(Acts acts) {
        this.acts = acts;
    }

    /** What is sent; {@code reply} or {@code reason}, whichever the act knows. */
    record Sent(String receipt, String reply, String reason) {

        Sent {
            receipt = receipt == null ? "" : receipt;
        }
    }

    /** What became of it. */
    record Done(String matterNo, Act act, String step, String status, String outcome) {}

    @PostMapping("/replies")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Done reply(@PathVariable String matterNo, @RequestBody Sent sent, Principal user) {
        return done(Act.REPLY, acts.make(Act.REPLY, matterNo, sent.receipt(), sent.reply(), user));
    }

    @PostMapping("/recheck")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Done recheck(@PathVariable String matterNo, @RequestBody Sent sent, Principal user) {
        return done(Act.RECHECK, acts.make(Act.RECHECK, matterNo, sent.receipt(), sent.reason(), user));
    }

    @PostMapping("/withdraw")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Done withdraw(@PathVariable String matterNo, @RequestBody Sent sent, Principal user) {
        return done(Act.WITHDRAW, acts.make(Act.WITHDRAW, matterNo, sent.receipt(), sent.reason(), user));
    }

    @PostMapping("/revive")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Done revive(@PathVariable String matterNo, @RequestBody Sent sent, Principal user) {
        return done(Act.REVIVE, acts.make(Act.REVIVE, matterNo, sent.receipt(), sent.reply(), user));
    }

    private static Done done(Act act, Matter matter) {
        return new Done(matter.matterNo(), act, matter.step().name(), matter.status(), matter.outcome());
    }
}
