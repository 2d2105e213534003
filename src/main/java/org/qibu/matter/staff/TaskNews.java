package org.qibu.matter.staff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.qibu.engine.TaskFacts;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.identity.ActingAs;
import org.qibu.engine.spi.SeparationOfDuties;
import org.qibu.engine.spi.TaskWatcher;
import org.qibu.mail.MailKind;
import org.qibu.mail.StaffNote;
import org.qibu.mail.staff.StaffMails;
import org.qibu.matter.Matter;
import org.qibu.matter.Matters;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Mails staff about tasks: a new one to whoever could do it, one given to somebody to whoever got it. */
@Component
class TaskNews implements TaskWatcher {

    private final Accounts accounts;
    private final ActingAs acting;
    private final SingletonSupplier<List<SeparationOfDuties>> duties;
    private final Matters matters;
    private final TaskWords words;
    private final StaffMails mails;

    TaskNews(
            Accounts accounts,
            ActingAs acting,
            ObjectProvider<SeparationOfDuties> duties,
            Matters matters,
            TaskWords words,
            StaffMails mails) {
        this.accounts = accounts;
        this.acting = acting;
        this.duties = SingletonSupplier.of(() -> duties.stream().toList());
        this.matters = matters;
        this.words = words;
        this.mails = mails;
    }

    @Override
    public void created(TaskFacts task) {
        matter(task).ifPresent(matter -> {
            if (task.assignee() != null) {
                given(task, matter);
            } else {
                offered(task, matter);
            }
        });
    }

    /** Whoever claims a task knows of it; only what somebody else gave them is news. */
    @Override
    public void assigned(TaskFacts task) {
        var giver = acting.who();
        if (task.assignee() != null && giver.isPresent() && !giver.get().equals(task.assignee())) {
            matter(task).ifPresent(matter -> given(task, matter));
        }
    }

    private Optional<Matter> matter(TaskFacts task) {
        return Optional.ofNullable(task.matterNo()).flatMap(matters::find);
    }

    private void given(TaskFacts task, Matter matter) {
        var values = words.of(task, matter, "staffmail.expected.given");
        values.put("assigned", true);
        mails.tell(note(task, task.assignee(), task.taskId() + ":" + task.assignee(), values));
    }

    private void offered(TaskFacts task, Matter matter) {
        var values = words.of(task, matter, "staffmail.expected.offered");
        mails.tell(candidates(task).stream()
                .filter(account -> isAllowed(task, account))
                .map(account -> note(task, account, task.taskId(), values))
                .toList());
    }

    private TreeSet<String> candidates(TaskFacts task) {
        var candidates = new TreeSet<>(task.candidateUsers());
        if (task.communityCode() != null) {
            accounts.members(task.candidateGroups(), task.communityCode())
                    .forEach(account -> candidates.add(account.id()));
        }
        return candidates;
    }

    private boolean isAllowed(TaskFacts task, String account) {
        return duties.obtain().stream()
                .filter(duty -> duty.taskKeys().contains(task.taskKey()))
                .allMatch(duty ->
                        duty.objection(task.matterNo(), task.taskKey(), account).isEmpty());
    }

    private static StaffNote note(TaskFacts task, String account, String key, Map<String, Object> values) {
        return new StaffNote(account, MailKind.TASK, key, task.matterNo(), task.communityCode(), task.taskId(), values);
    }
}
