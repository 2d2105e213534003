package org.qibu.matter.proposer;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.qibu.calendar.Calendars;
import org.qibu.engine.tasks.WaitingEvents;
import org.qibu.matter.Matter;
import org.qibu.matter.MatterStatus;
import org.qibu.matter.Outcome;
import org.qibu.matter.Step;
import org.qibu.matter.Timeline;
import org.qibu.matter.contract.CertifyCountFields;
import org.qibu.matter.contract.ConfirmConsensusFields;
import org.qibu.matter.contract.DeliberationElements;
import org.qibu.matter.contract.PublishedElements;
import org.qibu.matter.contract.PublishedForms;
import org.qibu.matter.form.Records;
import org.springframework.stereotype.Component;

/** Returns the acts open to the proposer, or the reason against one. */
@Component
class OpenActs {

    /** Without a number of days: the table may have another one by now than when the refusal was sent. */
    private static final String TOO_LATE = "申请复核的期限已过，不能再申请；情况有变化的，请重新提出。";

    static final String MORE_INFO = PublishedElements.MESSAGE_MORE_INFO_GIVEN;
    static final String RECHECK = PublishedElements.MESSAGE_RECHECK_REQUESTED;
    static final String WITHDRAWN = DeliberationElements.MESSAGE_WITHDRAWN;

    private final ProposerPeriods periods;
    private final WaitingEvents waitingEvents;
    private final Records records;
    private final Timeline timeline;
    private final Clock clock;
    private final RevivalSweep revivals;

    OpenActs(
            ProposerPeriods periods,
            WaitingEvents waitingEvents,
            Records records,
            Timeline timeline,
            Clock clock,
            RevivalSweep revivals) {
        this.periods = periods;
        this.revivals = revivals;
        this.waitingEvents = waitingEvents;
        this.records = records;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** The acts that make sense now, the most urgent first. */
    List<Act> of(Matter matter) {
        return Stream.of(Act.values())
                .filter(act -> objection(matter, act).isEmpty())
                .toList();
    }

    /** The Chinese sentence that says why the act cannot be done now; empty where it can. */
    Optional<String> objection(Matter matter, Act act) {
        return switch (act) {
            case REPLY -> toReply(matter);
            case RECHECK -> toRecheck(matter);
            case WITHDRAW -> toWithdraw(matter);
            case REVIVE -> toRevive(matter);
        };
    }

    private Optional<String> toReply(Matter matter) {
        if (waitingEvents.isFor(MORE_INFO, matter.matterNo())) {
            return Optional.empty();
        }
        return Optional.of(
                isLapsed(matter)
                        ? "补充情况的期限已过，事项已按撤回处理。结束后 " + periods.revival().inChinese() + "内可以申请恢复办理。"
                        : "这件事现在没有等您补充情况，如有新情况请告诉社区工作人员。");
    }

    private Optional<String> toRecheck(Matter matter) {
        if (waitingEvents.isFor(RECHECK, matter.matterNo())) {
            return waitingEvents
                    .until(PublishedElements.TIMER_RECHECK_OVER, matter.matterNo())
                    .filter(until -> clock.instant().isAfter(until))
                    .map(until -> TOO_LATE);
        }
        if (matter.status() == MatterStatus.REFUSED) {
            return Optional.of("街道已经在复核，请等待复核结论。");
        }
        if (matter.outcome() != Outcome.NOT_ACCEPTED) {
            return Optional.of("这件事没有被不予受理，不需要申请复核。");
        }
        var wasRechecked = records.latest(matter.matterNo(), PublishedForms.RECHECK_REFUSAL)
                .isPresent();
        return Optional.of(wasRechecked ? "街道已经复核过，维持不予受理；情况有变化的，请重新提出。" : TOO_LATE);
    }

    private Optional<String> toWithdraw(Matter matter) {
        if (matter.isClosed()) {
            return Optional.of("这件事已经结束，不能再撤回。");
        }
        if (isDecided(matter) || !waitingEvents.isFor(WITHDRAWN, matter.matterNo())) {
            return Optional.of("这件事已经作出决定，不能再撤回；对决定有意见的，可以在公示期内提出异议。");
        }
        return Optional.empty();
    }

    /** Carried out once, or certified or confirmed in the present cycle. */
    private boolean isDecided(Matter matter) {
        return matter.step().number() >= Step.S5.number()
                || timeline.of(matter.matterNo(), Locale.CHINESE).stream()
                        .anyMatch(entry -> entry.step().number() >= Step.S5.number())
                || records.of(matter.matterNo()).stream()
                        .filter(record -> record.cycle() == matter.cycle())
                        .anyMatch(OpenActs::isDecision);
    }

    private static boolean isDecision(Records.Record record) {
        return switch (record.form()) {
            case PublishedForms.CERTIFY_COUNT -> record.values().flag(CertifyCountFields.CERTIFIED);
            case PublishedForms.CONFIRM_CONSENSUS -> record.values().flag(ConfirmConsensusFields.ADOPTED);
            default -> false;
        };
    }

    private Optional<String> toRevive(Matter matter) {
        if (!matter.isClosed()) {
            return Optional.of("这件事正在办理，不需要恢复。");
        }
        if (!isLapsed(matter)) {
            return Optional.of("只有逾期没有补充情况、按撤回处理的事项可以恢复办理；其他情况请重新提出。");
        }
        var lastDay =
                Calendars.dayOf(matter.closedAt()).plusDays(periods.revival().amount());
        return revivals.isOver(matter.matterNo())
                        || Calendars.dayOf(clock.instant()).isAfter(lastDay)
                ? Optional.of("事项结束已超过 " + periods.revival().inChinese() + "，不能恢复办理，请重新提出。")
                : Optional.empty();
    }

    /** Whether the matter ended since nobody replied, not at the proposer's own wish. */
    private boolean isLapsed(Matter matter) {
        return matter.outcome() == Outcome.WITHDRAWN
                && records.latest(matter.matterNo(), Act.WITHDRAW.form()).isEmpty();
    }
}
