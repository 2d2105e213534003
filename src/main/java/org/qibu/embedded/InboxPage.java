package org.qibu.embedded;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Base64;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The inbox for people: a list, a mail, its files. */
@Controller
@RequestMapping("/inbox")
@ConditionalOnEmbeddedInbox
class InboxPage {

    private static final int LIMIT = 200;

    /** Opens links of the framed mail in a page of their own. */
    private static final String IN_NEW_PAGE = "<base target=\"_blank\">";

    private final Inbox inbox;

    InboxPage(Inbox inbox) {
        this.inbox = inbox;
    }

    @ModelAttribute("shanghai")
    ZoneId shanghai() {
        return ZoneId.of("Asia/Shanghai");
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String to, @RequestParam(defaultValue = "") String matterNo, Model model) {
        var anywhere = to.isBlank() ? "" : "%" + Inbox.Search.literally(to.strip()) + "%";
        model.addAttribute("mails", inbox.find(new Inbox.Search(anywhere, matterNo.strip(), ""), LIMIT));
        model.addAttribute("to", to);
        model.addAttribute("matterNo", matterNo);
        return "inbox";
    }

    @GetMapping("/{id}")
    String mail(@PathVariable long id, Model model) {
        var mail = find(id);
        model.addAttribute("mail", mail);
        model.addAttribute("framed", IN_NEW_PAGE + mail.html());
        return "inbox-mail";
    }

    @GetMapping("/{id}/attachments/{number}")
    ResponseEntity<byte[]> attachment(@PathVariable long id, @PathVariable int number) {
        var files = find(id).attachments();
        if (number < 0 || number >= files.size()) {
            throw missing();
        }
        var file = files.get(number);
        return download(file.name(), file.contentType(), Base64.getDecoder().decode(file.content()));
    }

    @GetMapping("/{id}/raw")
    ResponseEntity<byte[]> raw(@PathVariable long id) {
        return download(id + ".eml", "message/rfc822", inbox.raw(id).orElseThrow(InboxPage::missing));
    }

    private InboxMail find(long id) {
        return inbox.find(id).orElseThrow(InboxPage::missing);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static ResponseEntity<byte[]> download(String name, String type, byte[] content) {
        var saved = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }
}
