package org.qibu.mail.staff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qibu.mail.Letter;
import org.qibu.mail.MailKind;
import org.qibu.mail.Recipient;
import org.qibu.mail.StaffNote;
import org.qibu.mail.outbox.Mails;
import org.qibu.mail.outbox.PhoneCalls;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells those who mend models that a process cannot go on. */
@Service
public class FaultMails {

    private final StaffDirectory directory;
    private final MailChoices choices;
    private final StaffMailRepository post;
    private final PhoneCalls calls;
    private final Mails mails;

    FaultMails(StaffDirectory directory, MailChoices choices, StaffMailRepository post, PhoneCalls calls, Mails mails) {
        this.directory = directory;
        this.choices = choices;
        this.post = post;
        this.calls = calls;
        this.mails = mails;
    }

    /**
     * A place that cannot go on.
     *
     * @param matterNo null where no matter was begun yet
     * @param communityCode null likewise
     * @param taskName what the place is called; empty where it has no name
     * @param reason in Chinese
     */
    public record Fault(
            long id,
            String matterNo,
            String communityCode,
            String processName,
            int version,
            String taskName,
            String reason) {}

    /** Tells these accounts, each once. Joins the caller's transaction. */
    @Transactional
    public void tell(Fault fault, List<String> accounts) {
        accounts.forEach(account -> directory.find(account).ifPresent(reader -> write(fault, reader)));
    }

    private void write(Fault fault, StaffDirectory.Colleague reader) {
        var key = StaffMails.keyOf(MailKind.PROCESS_FAULT, String.valueOf(fault.id()));
        if (!Recipient.isUsable(reader.email())) {
            var note = new StaffNote(
                    reader.id(), MailKind.PROCESS_FAULT, key, fault.matterNo(), fault.communityCode(), null, Map.of());
            calls.withoutAddress(note, key, reader.id(), reader.name());
            return;
        }
        var to = new Recipient(
                reader.email(), reader.name(), choices.of(reader.id()).language());
        post.register(MailKind.PROCESS_FAULT, key, to.address(), reader.id(), null, fault.matterNo(), null)
                .ifPresent(token -> mails.send(Letter.of(
                        key,
                        MailKind.PROCESS_FAULT,
                        fault.matterNo(),
                        fault.communityCode(),
                        to,
                        model(fault, token))));
    }

    private Map<String, Object> model(Fault fault, String token) {
        var model = new HashMap<String, Object>();
        model.put("matterNo", fault.matterNo());
        model.put("processName", fault.processName());
        model.put("version", fault.version());
        model.put("taskName", fault.taskName());
        model.put("reason", fault.reason());
        if (fault.communityCode() != null) {
            directory.communityName(fault.communityCode()).ifPresent(name -> model.put("communityName", name));
        }
        model.put("link", StaffLinks.toTask(null, token));
        return model;
    }
}
