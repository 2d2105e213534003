package org.qibu.matter.form;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qibu.engine.FormRefused;
import org.qibu.engine.MatterLock;
import org.qibu.engine.NotYourTask;
import org.qibu.engine.TaskUnavailable;
import org.qibu.engine.TurnBack;
import org.qibu.mail.MailKind;
import org.qibu.mail.SentMail;
import org.qibu.mail.outbox.Mails;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
import org.qibu.text.TextCharacters;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes back the last form of a matter for whoever submitted it, as long as nothing was built on it. */
@Service
public class Corrections {

    private static final int LONGEST_REASON = 500;

    /** Mails that tell people what was submitted; reminders to staff do not. */
    private static final Set<MailKind> TELLING = EnumSet.of(
            MailKind.RECEIPT,
            MailKind.STATUS,
            MailKind.INVITATION,
            MailKind.MINUTES,
            MailKind.RESULT,
            MailKind.REJECTION);

    private final MatterLock lock;
    private final Matters matters;
    private final Records records;
    private final Snapshots snapshots;
    private final Mails mails;
    private final Timeline timeline;
    private final TurnBack engine;

    Corrections(
            MatterLock lock,
            Matters matters,
            Records records,
            Snapshots snapshots,
            Mails mails,
            Timeline timeline,
            TurnBack engine) {
        this.lock = lock;
        this.matters = matters;
        this.records = records;
        this.snapshots = snapshots;
        this.mails = mails;
        this.timeline = timeline;
        this.engine = engine;
    }

    /** A form that may still be taken back: through which task it was submitted, which form, when. */
    public record Offer(String taskId, String form, Instant at) {}

    private record Last(Snapshots.Snapshot snapshot, Records.Record record) {}

    /** The last form of the matter, where this person submitted it and nothing was built on it. */
    @Transactional
    public Optional<Offer> offer(String matterNo, String userId) {
        return last(matterNo)
                .filter(last -> userId.equals(last.record().actor()))
                .filter(last -> obstacle(matterNo, last).isEmpty())
                .map(last -> new Offer(
                        last.snapshot().taskId(),
                        last.record().form(),
                        last.record().at()));
    }

    /**
     * Takes the last form back: the record stays and counts no longer, everything it changed is as before, and its task
     * waits for the same person with what was entered.
     *
     * @param taskId the task whose form is meant; empty for whichever was last
     * @return the id of the task that asks anew
     * @throws NotYourTask when somebody else submitted it
     * @throws TaskUnavailable with 409 when something was built on it
     */
    @Transactional
    public String takeBack(String matterNo, String userId, String taskId, String reason) {
        check(reason);
        lock.hold(matterNo);
        var last = last(matterNo).orElseThrow(() -> TaskUnavailable.builtOn("这个事项现在没有可以撤回的填报。"));
        if (!taskId.isEmpty() && !taskId.equals(last.snapshot().taskId())) {
            throw TaskUnavailable.builtOn("在这项任务之后已有新的填报，不能撤回。");
        }
        if (!userId.equals(last.record().actor())) {
            throw new NotYourTask("只有填报的人自己可以撤回更正。");
        }
        obstacle(matterNo, last).ifPresent(sentence -> {
            throw TaskUnavailable.builtOn(sentence);
        });
        return goBack(matterNo, userId, last, reason.strip());
    }

    private static void check(String reason) {
        var faults = new FormRefused.Collector();
        TextCharacters.fault(reason).ifPresent(fault -> faults.add("reason", "“撤回的理由”" + fault));
        faults.check(!reason.isBlank(), "reason", "请填写“撤回的理由”。");
        faults.check(reason.strip().length() <= LONGEST_REASON, "reason", "“撤回的理由”最多 " + LONGEST_REASON + " 个字。");
        faults.refuseIfAny();
    }

    private Optional<Last> last(String matterNo) {
        return snapshots
                .of(matterNo)
                .flatMap(snapshot ->
                        records.last(matterNo, snapshot.taskId()).map(record -> new Last(snapshot, record)));
    }

    private Optional<String> obstacle(String matterNo, Last last) {
        var snapshot = last.snapshot();
        return engine.whyFinal(last.record().form())
                .or(() -> isTold(matterNo, snapshot.at()) ? Optional.of("有关的邮件已经发出，不能撤回。") : Optional.empty())
                .or(() -> records.hasDraftsSince(matterNo, snapshot.at())
                        ? Optional.of("下一项任务已有人填写清单，不能撤回。")
                        : Optional.empty())
                .or(() -> engine.obstacle(snapshot.before(), snapshot.after()));
    }

    private boolean isTold(String matterNo, Instant since) {
        return mails.of(matterNo).stream()
                .filter(mail -> TELLING.contains(mail.kind()))
                .map(SentMail::createdAt)
                .anyMatch(at -> !at.isBefore(since));
    }

    private String goBack(String matterNo, String userId, Last last, String reason) {
        var record = last.record();
        snapshots.restore(matterNo);
        engine.retract(record.form(), matterNo, record.values());
        var redo = engine.goBack(last.snapshot().before(), record.taskKey(), userId);
        records.withdraw(record, userId, reason, redo);
        record.values().all().forEach((field, value) -> draft(matterNo, field, value, userId));
        var matter = matters.get(matterNo);
        timeline.tell(matter, userId, "corrected", "form." + record.form());
        timeline.note(matter, userId, "correctedBecause", reason);
        return redo;
    }

    /** Rows stand on the matter's page again, for the task that asks for them. */
    private void draft(String matterNo, String field, Object value, String userId) {
        if (value instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(Map.class::isInstance)) {
            records.draft(matterNo, field, rows(list), userId);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(List<?> list) {
        return (List<Map<String, Object>>) list;
    }
}
