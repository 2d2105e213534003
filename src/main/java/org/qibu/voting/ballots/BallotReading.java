package org.qibu.voting.ballots;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.qibu.text.ComparisonKey;
import org.qibu.text.TextCharacters;
import org.qibu.voting.polls.Poll;
import org.qibu.voting.polls.RightHolder;

/** Reads handed-in ballots against the roll and the time of their vote and names every fault. */
final class BallotReading {

    private static final int LONGEST_PROXY = 200;

    private final Poll poll;
    private final Set<String> entitled;
    private final Map<ComparisonKey, List<String>> alike;
    private final Instant now;
    private final List<BallotsRefused.Fault> faults = new ArrayList<>();

    BallotReading(Poll poll, List<RightHolder> roll, Instant now) {
        this.poll = poll;
        this.entitled = roll.stream().map(RightHolder::no).collect(Collectors.toSet());
        this.alike = entitled.stream().sorted().collect(Collectors.groupingBy(ComparisonKey::of));
        this.now = poll.notBeforeItsEnd(now);
    }

    /** A ballot that can be kept. */
    record Checked(int row, String holder, Choice choice, Instant receivedAt, String proxyDoc) {}

    /** The ballots in the order in which they were received. */
    List<Checked> read(List<PaperBallot> ballots) {
        var checked = ballots.stream()
                .flatMap(ballot -> read(ballot).stream())
                .sorted(Comparator.comparing(Checked::receivedAt).thenComparing(Checked::row))
                .toList();
        if (!faults.isEmpty()) {
            throw new BallotsRefused(faults);
        }
        return checked;
    }

    private Optional<Checked> read(PaperBallot ballot) {
        var before = faults.size();
        var holder = holder(ballot);
        var choice = choice(ballot);
        var receivedAt = receivedAt(ballot);
        TextCharacters.fault(ballot.proxyDoc()).ifPresent(fault -> check(ballot, false, "proxyDoc", "委托书的说明" + fault));
        check(ballot, ballot.proxyDoc().length() <= LONGEST_PROXY, "proxyDoc", "委托书的说明最多 " + LONGEST_PROXY + " 个字。");
        return faults.size() > before
                ? Optional.empty()
                : Optional.of(new Checked(
                        ballot.row(),
                        holder.orElseThrow(),
                        choice.orElseThrow(),
                        receivedAt.orElseThrow(),
                        ballot.proxyDoc()));
    }

    /** The number as the roll writes it, whatever width, case or dash the ballot has. */
    private Optional<String> holder(PaperBallot ballot) {
        var typed = ballot.rightHolderId();
        if (typed.isEmpty()) {
            check(ballot, false, "rightHolderId", "请填写表决权人编号。");
            return Optional.empty();
        }
        var unreadable = TextCharacters.fault(typed);
        if (unreadable.isPresent()) {
            check(ballot, false, "rightHolderId", "表决权人编号" + unreadable.get());
            return Optional.empty();
        }
        var meant = entitled.contains(typed) ? List.of(typed) : alike.getOrDefault(ComparisonKey.of(typed), List.of());
        check(ballot, !meant.isEmpty(), "rightHolderId", "名册中没有编号“" + shortened(typed) + "”，这张票不能计入。");
        check(
                ballot,
                meant.size() < 2,
                "rightHolderId",
                "编号“" + shortened(typed) + "”与名册中的" + String.join("、", meant) + "看上去相同，请照名册写，这张票还没有计入。");
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    private Optional<Choice> choice(PaperBallot ballot) {
        var isReadable =
                ballot.choice() == null || TextCharacters.fault(ballot.choice()).isEmpty();
        var choice = isReadable ? Choice.read(ballot.choice()) : Optional.<Choice>empty();
        check(ballot, choice.isPresent(), "choice", "请填写同意、反对、弃权或无效。");
        check(
                ballot,
                choice.filter(Choice.SILENT::equals).isEmpty() || poll.countsSilence(),
                "choice",
                "这次表决没有交回的票不计入，不用录入“未交回”。");
        return choice;
    }

    private Optional<Instant> receivedAt(PaperBallot ballot) {
        if (ballot.receivedAt().isEmpty()) {
            check(ballot, !now.isAfter(poll.closesAt()), "receivedAt", "表决已经截止，请写明这张票是什么时候收到的。");
            return Optional.of(now);
        }
        var read = ReceivedAtParser.read(ballot.receivedAt(), opening());
        check(
                ballot,
                read.isPresent(),
                "receivedAt",
                "收到时间“" + shortened(ballot.receivedAt()) + "”看不懂，请写成 2026-12-01 10:30。");
        read.ifPresent(at -> {
            check(ballot, !at.isBefore(opening()), "receivedAt", "收到时间早于表决开始，这张票不能计入。");
            check(ballot, !at.isAfter(poll.closesAt()), "receivedAt", "这张票在截止以后才收到，不能计入。");
        });
        return read;
    }

    private Instant opening() {
        return poll.openedAt().isBefore(poll.opensAt()) ? poll.openedAt() : poll.opensAt();
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private void check(PaperBallot ballot, boolean right, String field, String message) {
        if (!right) {
            faults.add(new BallotsRefused.Fault(ballot.row(), field, message));
        }
    }
}
