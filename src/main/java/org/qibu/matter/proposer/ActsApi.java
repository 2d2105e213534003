package org.qibu.matter.proposer;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.qibu.matter.MatterStatus;
import org.qibu.matter.Outcome;
import org.qibu.matter.Step;
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
    private final ReceiptLimit receipts;

    ActsApi(Acts acts, ReceiptLimit receipts) {
        this.acts = acts;
        this.receipts = receipts;
    }

    /** What is sent; {@code reply} or {@code reason}, whichever the act knows. */
    record Sent(String receipt, String reply, String reason) {

        Sent {
            receipt = receipt == null ? "" : receipt;
        }
    }

    /** What became of it. */
    record Done(String matterNo, Act act, Step step, MatterStatus status, Outcome outcome) {}

    @PostMapping("/replies")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Done reply(@PathVariable String matterNo, @RequestBody Sent sent, Principal user, HttpServletRequest request) {
        return done(Act.REPLY, matterNo, sent, sent.reply(), user, request);
    }

    @PostMapping("/recheck")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Done recheck(@PathVariable String matterNo, @RequestBody Sent sent, Principal user, HttpServletRequest request) {
        return done(Act.RECHECK, matterNo, sent, sent.reason(), user, request);
    }

    @PostMapping("/withdraw")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Done withdraw(@PathVariable String matterNo, @RequestBody Sent sent, Principal user, HttpServletRequest request) {
        return done(Act.WITHDRAW, matterNo, sent, sent.reason(), user, request);
    }

    @PostMapping("/revive")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Done revive(@PathVariable String matterNo, @RequestBody Sent sent, Principal user, HttpServletRequest request) {
        return done(Act.REVIVE, matterNo, sent, sent.reply(), user, request);
    }

    private Done done(Act act, String matterNo, Sent sent, String text, Principal user, HttpServletRequest request) {
        var matter = receipts.guard(
                request.getRemoteAddr(),
                matterNo,
                sent.receipt(),
                () -> acts.make(act, matterNo, sent.receipt(), text, user));
        return new Done(matter.matterNo(), act, matter.step(), matter.status(), matter.outcome());
    }
}
