package org.qibu.mail.staff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qibu.mail.MailKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mails those who mend models that a process cannot go on. */
@Service
public class FaultMails {

    private final StaffDirectory directory;
    private final RecipientResolver recipientResolver;
    private final StaffMailSender sender;

    FaultMails(StaffDirectory directory, RecipientResolver recipientResolver, StaffMailSender sender) {
        this.directory = directory;
        this.recipientResolver = recipientResolver;
        this.sender = sender;
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

    /** Mails these accounts, each once. Joins the caller's transaction. */
    @Transactional
    public void tell(Fault fault, List<String> accounts) {
        sender.send(accounts.stream()
                .flatMap(account -> recipientResolver.find(account).stream())
                .map(reader -> StaffMail.of(
                        MailKind.PROCESS_FAULT,
                        String.valueOf(fault.id()),
                        reader,
                        fault.matterNo(),
                        fault.communityCode(),
                        (token, language) -> model(fault)))
                .toList());
    }

    private Map<String, Object> model(Fault fault) {
        var model = new HashMap<String, Object>();
        model.put("matterNo", fault.matterNo());
        model.put("processName", fault.processName());
        model.put("version", fault.version());
        model.put("taskName", fault.taskName());
        model.put("reason", fault.reason());
        if (fault.communityCode() != null) {
            directory.communityName(fault.communityCode()).ifPresent(name -> model.put("communityName", name));
        }
        return model;
    }
}
