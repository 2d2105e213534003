package org.qibu.engine.guard;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.qibu.engine.MatterLock;
import org.qibu.engine.fault.ProcessFaultService;
import org.qibu.engine.spi.PasswordCheck;
import org.qibu.engine.submission.StartFormService;
import org.qibu.engine.submission.StartRequests;
import org.qibu.engine.submission.SubmissionCommands;
import org.qibu.engine.submission.TaskFormService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the services in front of the engine share; everything is looked up late, since the engine is built first. */
@Component
class GuardCollaborators {

    private final ObjectProvider<TaskFormService> tasks;
    private final ObjectProvider<TaskLinkCheck> links;
    private final ObjectProvider<StartFormService> starts;
    private final ObjectProvider<StartRequests> requests;
    private final ObjectProvider<ProfileCheck> profiles;
    private final ObjectProvider<TenantCheck> tenants;
    private final ObjectProvider<PasswordCheck> passwords;
    private final ObjectProvider<PlatformTransactionManager> transactions;
    private final ObjectProvider<MatterLock> matters;
    private final ObjectProvider<ProcessFaultService> faults;
    private final ObjectProvider<SubmissionCommands> commands;

    GuardCollaborators(
            ObjectProvider<TaskFormService> tasks,
            ObjectProvider<TaskLinkCheck> links,
            ObjectProvider<StartFormService> starts,
            ObjectProvider<StartRequests> requests,
            ObjectProvider<ProfileCheck> profiles,
            ObjectProvider<TenantCheck> tenants,
            ObjectProvider<PasswordCheck> passwords,
            ObjectProvider<PlatformTransactionManager> transactions,
            ObjectProvider<MatterLock> matters,
            ObjectProvider<ProcessFaultService> faults,
            ObjectProvider<SubmissionCommands> commands) {
        this.tasks = tasks;
        this.links = links;
        this.starts = starts;
        this.requests = requests;
        this.profiles = profiles;
        this.tenants = tenants;
        this.passwords = passwords;
        this.transactions = transactions;
        this.matters = matters;
        this.faults = faults;
        this.commands = commands;
    }

    TaskFormService tasks() {
        return tasks.getObject();
    }

    TaskLinkCheck links() {
        return links.getObject();
    }

    StartFormService starts() {
        return starts.getObject();
    }

    StartRequests requests() {
        return requests.getObject();
    }

    ProfileCheck profiles() {
        return profiles.getObject();
    }

    TenantCheck tenants() {
        return tenants.getObject();
    }

    PasswordCheck passwords() {
        return passwords.getObject();
    }

    <T> T inOneTransaction(Supplier<T> work) {
        return new TransactionTemplate(transactions.getObject()).execute(status -> work.get());
    }

    /** Shows the form of a task; a form that cannot be shown is a fault of its model. */
    <T> T showing(String taskId, Supplier<T> show) {
        try {
            return show.get();
        } catch (RuntimeException failure) {
            throw faults.getObject().atTask(taskId, ProcessFaultService.Typed::nothing, failure);
        }
    }

    /** Starts a process; one that cannot be started is a fault of its model. */
    <T> T starting(String definitionId, Map<String, Object> submitted, Supplier<T> start) {
        try {
            return inOneTransaction(() -> {
                var started = start.get();
                faults.getObject().started(StartFormService.place(definitionId));
                return started;
            });
        } catch (RuntimeException failure) {
            throw faults.getObject()
                    .atStart(
                            definitionId,
                            StartFormService.place(definitionId),
                            () -> starts().typed(definitionId, tasks().user(), submitted),
                            failure);
        }
    }

    /** Takes the submission of a task and completes it, in one transaction that holds the matter first, and one command. */
    <T> T completing(String taskId, Map<String, Object> submitted, Function<Map<String, Object>, T> complete) {
        try {
            return inOneTransaction(() -> {
                matters.getObject().holdOfTask(taskId);
                tasks().user();
                var taken = commands.getObject().inOne(() -> tasks().accept(taskId, submitted, complete));
                tasks().keepWhereItStands(taken);
                return taken.result();
            });
        } catch (RuntimeException failure) {
            throw faults.getObject().atTask(taskId, () -> tasks().typed(taskId, submitted), failure);
        }
    }

    /** Does something to a task while nobody else does anything to its matter. */
    void holding(String taskId, Runnable work) {
        inOneTransaction(() -> {
            matters.getObject().holdOfTask(taskId);
            work.run();
            return null;
        });
    }
}
