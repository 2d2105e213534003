package org.qibu.decision.poll;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibu.engine.identity.Accounts;
import org.qibu.matter.Matter;
import org.qibu.matter.Matters;
import org.qibu.matter.file.MatterFile;
import org.qibu.matter.file.MatterFiles;
import org.qibu.voting.ballots.Ballot;
import org.qibu.voting.ballots.BallotBox;
import org.qibu.voting.ballots.Choice;
import org.qibu.voting.polls.FrozenRolls;
import org.qibu.voting.polls.Poll;
import org.qibu.voting.polls.PollResults;
import org.qibu.voting.polls.Polls;
import org.qibu.voting.polls.ResultTexts;
import org.qibu.voting.polls.RightHolder;
import org.qibu.voting.polls.Tally;
import org.qibu.voting.rules.BodyRules;
import org.springframework.stereotype.Component;

/** Gathers what the page of a vote shows to whoever looks at it. */
@Component
class PollSheet {

    private final Matters matters;
    private final MatterFiles files;
    private final Polls polls;
    private final FrozenRolls rolls;
    private final BallotBox box;
    private final BodyRules rules;
    private final PollResults results;
    private final ResultTexts texts;
    private final Accounts accounts;

    PollSheet(
            Matters matters,
            MatterFiles files,
            Polls polls,
            FrozenRolls rolls,
            BallotBox box,
            BodyRules rules,
            PollResults results,
            ResultTexts texts,
            Accounts accounts) {
        this.matters = matters;
        this.files = files;
        this.polls = polls;
        this.rolls = rolls;
        this.box = box;
        this.rules = rules;
        this.results = results;
        this.texts = texts;
        this.accounts = accounts;
    }

    /** A ballot with the file of its letter of authority, where one of that name is kept with the matter. */
    record Entered(Ballot ballot, String teller, @Nullable MatterFile proxy) {

        /** Whether somebody else voted and the letter of authority is not on file. */
        public boolean isProxyMissing() {
            return !ballot.proxyDoc().isEmpty() && proxy == null;
        }
    }

    /** One counting, for those who may see numbers. */
    record Counting(Tally tally, String teller, String scrutineer, List<String> lines) {}

    /** Everything on the page; lists are empty where the account may not see them. */
    record Page(
            Matter matter,
            Poll poll,
            String state,
            String rule,
            boolean confirmed,
            boolean mayEnter,
            boolean seesChoices,
            boolean seesWhoVoted,
            @Nullable String objection,
            long received,
            List<Entered> ballots,
            List<RightHolder> missing,
            List<Counting> countings,
            List<Choice> choices) {

        /** The second ballots that were put aside. */
        public List<Entered> duplicates() {
            return ballots.stream().filter(each -> each.ballot().duplicate()).toList();
        }
    }

    Page of(PollAccess.View view, Instant now, Locale language) {
        var poll = view.poll();
        var ballots = box.of(poll);
        var rule = rules.find(poll.ruleId(), poll.ruleDay());
        return new Page(
                matters.get(poll.matterNo()),
                poll,
                poll.state(now),
                rule.map(texts::rule).orElse(poll.ruleId()),
                rule.map(each -> each.confirmed()).orElse(false),
                view.mayEnter(),
                view.seesChoices(),
                view.seesWhoVoted(),
                view.objection().orElse(null),
                ballots.stream().map(Ballot::holderNo).distinct().count(),
                view.seesChoices() ? entered(poll, ballots) : List.of(),
                view.seesWhoVoted() ? missing(poll, ballots) : List.of(),
                countings(poll, view.seesChoices()),
                poll.countsSilence()
                        ? List.of(Choice.values())
                        : Stream.of(Choice.values())
                                .filter(choice -> choice != Choice.SILENT)
                                .toList());
    }

    private List<Entered> entered(Poll poll, List<Ballot> ballots) {
        Map<String, MatterFile> byName = files.of(poll.matterNo()).stream()
                .collect(Collectors.toMap(MatterFile::name, Function.identity(), (first, second) -> second));
        return ballots.stream()
                .map(ballot -> new Entered(ballot, name(ballot.enteredBy()), byName.get(ballot.proxyDoc())))
                .toList();
    }

    private List<RightHolder> missing(Poll poll, List<Ballot> ballots) {
        var voted = ballots.stream()
                .filter(ballot -> ballot.choice() != Choice.SILENT)
                .map(Ballot::holderNo)
                .collect(Collectors.toSet());
        return poll.isByHand()
                ? List.of()
                : rolls.of(poll).stream()
                        .filter(holder -> !voted.contains(holder.no()))
                        .toList();
    }

    private List<Counting> countings(Poll poll, boolean seesAll) {
        return polls.counts(poll).stream()
                .filter(tally -> seesAll || Boolean.TRUE.equals(tally.certified()))
                .map(tally -> counting(poll, tally))
                .toList();
    }

    private Counting counting(Poll poll, Tally tally) {
        var result = results.judge(poll, tally);
        var lines = Stream.concat(texts.numbers(result).stream(), Stream.of("按规则：" + texts.verdict(result.verdict())))
                .filter(Objects::nonNull)
                .toList();
        return new Counting(tally, name(tally.enteredBy()), name(tally.certifiedBy()), lines);
    }

    private String name(@Nullable String account) {
        return account == null
                ? ""
                : accounts.find(account).map(Accounts.Account::name).orElse(account);
    }
}
