package org.qibu.portal.issue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.qibu.community.Communities;
import org.qibu.engine.FormRefused;
import org.qibu.engine.submission.StartRequests;
import org.qibu.limits.Sender;
import org.qibu.matter.contract.RecordIssueFields;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a resident raises something on a phone: what, where, in which community; the rest is optional. */
@Controller
class IssuePage {

    private static final String RECEIVED = "issueReceived";

    private final IssueSubmission door;
    private final Communities communities;
    private final MessageSource texts;

    IssuePage(IssueSubmission door, Communities communities, MessageSource texts) {
        this.door = door;
        this.communities = communities;
        this.texts = texts;
    }

    /** What the form holds. */
    record Entry(
            String communityCode,
            String description,
            String location,
            String proposerName,
            String proposerPhone,
            String proposerEmail) {

        Entry {
            communityCode = stripped(communityCode);
            description = stripped(description);
            location = stripped(location);
            proposerName = stripped(proposerName);
            proposerPhone = stripped(proposerPhone);
            proposerEmail = stripped(proposerEmail);
        }

        private static String stripped(String text) {
            return text == null ? "" : text.strip();
        }

        Map<String, Object> values() {
            var values = new LinkedHashMap<String, Object>();
            values.put(RecordIssueFields.COMMUNITY_CODE, communityCode);
            values.put(RecordIssueFields.TITLE, IssueTitle.of(description));
            values.put(RecordIssueFields.DESCRIPTION, description);
            values.put(RecordIssueFields.LOCATION, location);
            values.put(RecordIssueFields.PROPOSER_NAME, proposerName);
            values.put(RecordIssueFields.PROPOSER_PHONE, proposerPhone);
            values.put(RecordIssueFields.PROPOSER_EMAIL, proposerEmail);
            return values;
        }

        /** Whether something of it stands in the part that is folded away. */
        public boolean hasContact() {
            return !(proposerName + proposerPhone + proposerEmail).isEmpty();
        }
    }

    /** What was received last in this session, so that a second press of the button raises nothing twice. */
    record Received(String matterNo, String receipt, Map<String, Object> values) implements Serializable {}

    @GetMapping("/issues/new")
    String form(@RequestParam(defaultValue = "") String community, Model model) {
        return form(new Entry(community, "", "", "", "", ""), Map.of(), model);
    }

    @PostMapping("/issues/new")
    String raise(
            @ModelAttribute Entry entry,
            @RequestParam(defaultValue = "") String once,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpSession session,
            Model model) {
        if (session.getAttribute(RECEIVED) instanceof Received last
                && last.values().equals(entry.values())) {
            return "redirect:/issues/received";
        }
        if (!once.isEmpty()) {
            request.setAttribute(StartRequests.ONCE, keyOf(session, once, entry));
        }
        try {
            var receipt = door.receive(Sender.of(request), request.getUserPrincipal(), entry.values());
            session.setAttribute(RECEIVED, new Received(receipt.matterNo(), receipt.receipt(), entry.values()));
            return "redirect:/issues/received";
        } catch (FormRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return form(entry, faults(refused), model);
        } catch (TooManyIssues refused) {
            response.setStatus(refused.getStatusCode().value());
            return form(entry, Map.of("", refused.getReason()), model);
        }
    }

    /** The form once more, with what was written, where its token was too old to be trusted; nothing was raised. */
    @PostMapping("/issues/new/again")
    String again(@ModelAttribute Entry entry, HttpServletResponse response, Model model, Locale language) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        return form(entry, Map.of("", texts.getMessage("form.again", null, language)), model);
    }

    /** Two presses at the same moment: the same words from one form of one session, which nobody else can name. */
    private static String keyOf(HttpSession session, String once, Entry entry) {
        var press = session.getId() + ' ' + once + ' ' + entry.values();
        return UUID.nameUUIDFromBytes(press.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The title is made of the description, so what is wrong with it is said there. */
    private static Map<String, String> faults(FormRefused refused) {
        return refused.faults().stream()
                .collect(Collectors.toMap(
                        fault -> fault.key().equals(RecordIssueFields.TITLE)
                                ? RecordIssueFields.DESCRIPTION
                                : fault.key(),
                        FormRefused.Fault::message,
                        (title, description) -> description,
                        LinkedHashMap::new));
    }

    private String form(Entry entry, Map<String, String> faults, Model model) {
        model.addAttribute("entry", entry);
        model.addAttribute("faults", faults);
        model.addAttribute("once", UUID.randomUUID());
        model.addAttribute("communities", communities.all());
        return "issue-new";
    }

    @GetMapping("/issues/received")
    String received(HttpSession session, Model model) {
        if (session.getAttribute(RECEIVED) instanceof Received last) {
            model.addAttribute("received", last);
            return "issue-received";
        }
        return "redirect:/issues/new";
    }
}
