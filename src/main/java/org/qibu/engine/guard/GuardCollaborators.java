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
import org.springframework.util.function.SingletonSupplier;

/** What the services in front of the engine share; everything is looked up late, since the engine is built first. */
@Component
class GuardCollaborators {

    private final SingletonSupplier<TaskFormService> tasks;
    private final SingletonSupplier<TaskLinkCheck> links;
    private final SingletonSupplier<StartFormService> starts;
    private final SingletonSupplier<StartRequests> requests;
    private final SingletonSupplier<ProfileCheck> profiles;
    private final SingletonSupplier<TenantCheck> tenants;
    private final SingletonSupplier<PasswordCheck> passwords;
    private final SingletonSupplier<PlatformTransactionManager> transactions;
    private final SingletonSupplier<MatterLock> matters;
    private final SingletonSupplier<ProcessFaultService> faults;
    private final SingletonSupplier<SubmissionCommands> commands;

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
        this.tasks = SingletonSupplier.of(tasks::getObject);
        this.links = SingletonSupplier.of(links::getObject);
        this.starts = SingletonSupplier.of(starts::getObject);
        this.requests = SingletonSupplier.of(requests::getObject);
        this.profiles = SingletonSupplier.of(profiles::getObject);
        this.tenants = SingletonSupplier.of(tenants::getObject);
        this.passwords = SingletonSupplier.of(passwords::getObject);
        this.transactions = SingletonSupplier.of(transactions::getObject);
        this.matters = SingletonSupplier.of(matters::getObject);
        this.faults = SingletonSupplier.of(faults::getObject);
        this.commands = SingletonSupplier.of(commands::getObject);
    }

    TaskFormService tasks() {
        return tasks.obtain();
    }

    TaskLinkCheck links() {
        return links.obtain();
    }

    StartFormService starts() {
        return starts.obtain();
    }

    StartRequests requests() {
        return requests.obtain();
    }

    ProfileCheck profiles() {
        return profiles.obtain();
    }

    TenantCheck tenants() {
        return tenants.obtain();
    }

    PasswordCheck passwords() {
        return passwords.obtain();
    }

    <T> T inOneTransaction(Supplier<T> work) {
        return new TransactionTemplate(transactions.obtain()).execute(status -> work.get());
    }

    /** Shows the form of a task; a form that cannot be shown is a fault of its model. */
    <T> T showing(String taskId, Supplier<T> show) {
        try {
            return show.get();
        } catch (RuntimeException failure) {
            throw faults.obtain().atTask(taskId, ProcessFaultService.Typed::nothing, failure);
        }
    }

    /** Starts a process; one that cannot be started is a fault of its model. */
    <T> T starting(String definitionId, Map<String, Object> submitted, Supplier<T> start) {
        try {
            return inOneTransaction(() -> {
                var started = start.get();
                faults.obtain().started(StartFormService.place(definitionId));
                return started;
            });
        } catch (RuntimeException failure) {
            throw faults.obtain()
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
                matters.obtain().holdOfTask(taskId);
                tasks().user();
                var taken = commands.obtain().inOne(() -> tasks().accept(taskId, submitted, complete));
                tasks().keepWhereItStands(taken);
                return taken.result();
            });
        } catch (RuntimeException failure) {
            throw faults.obtain().atTask(taskId, () -> tasks().typed(taskId, submitted), failure);
        }
    }

    /** Does something to a task while nobody else does anything to its matter. */
    void holding(String taskId, Runnable work) {
        inOneTransaction(() -> {
            matters.obtain().holdOfTask(taskId);
            work.run();
            return null;
        });
    }
}
