package org.qibu.matter.staff;

import java.util.List;
import org.qibu.engine.ProcessFault;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.identity.Accounts.Account;
import org.qibu.engine.models.RunningVersions;
import org.qibu.engine.spi.ProcessFaultWatcher;
import org.qibu.mail.staff.FaultMails;
import org.springframework.stereotype.Component;

/** Mails the process administrators that a process cannot go on; where there are none, the administrators. */
@Component
class FaultNews implements ProcessFaultWatcher {

    private final Accounts accounts;
    private final RunningVersions versions;
    private final FaultMails mails;

    FaultNews(Accounts accounts, RunningVersions versions, FaultMails mails) {
        this.accounts = accounts;
        this.versions = versions;
        this.mails = mails;
    }

    @Override
    public void raised(ProcessFault fault) {
        var keepers = ids("process-admin");
        mails.tell(
                new FaultMails.Fault(
                        fault.id(),
                        fault.matterNo(),
                        fault.communityCode(),
                        versions.nameOf(fault.processKey()),
                        fault.version(),
                        fault.taskName(),
                        fault.reason()),
                keepers.isEmpty() ? ids("camunda-admin") : keepers);
    }

    private List<String> ids(String group) {
        return accounts.members(group).stream().map(Account::id).toList();
    }
}
