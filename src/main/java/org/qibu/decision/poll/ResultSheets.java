package org.qibu.decision.poll;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qibu.matter.MatterMasking;
import org.qibu.matter.Matters;
import org.qibu.privacy.MaskedText;
import org.qibu.privacy.Masker;
import org.qibu.voting.Count;
import org.qibu.voting.Measure;
import org.qibu.voting.polls.Poll;
import org.qibu.voting.polls.PollResult;
import org.qibu.voting.polls.PollResults;
import org.qibu.voting.polls.ResultTexts;
import org.qibu.voting.polls.Tally;
import org.springframework.stereotype.Component;

/** The result of a vote as everybody may read it: numbers, rule and checksums, nobody's name. */
@Component
class ResultSheets {

    private final PollResults results;
    private final ResultTexts texts;
    private final Matters matters;
    private final MatterMasking masking;

    ResultSheets(PollResults results, ResultTexts texts, Matters matters, MatterMasking masking) {
        this.results = results;
        this.texts = texts;
        this.matters = matters;
        this.masking = masking;
    }

    /** Square metres with two decimals, and heads. */
    record Part(String area, long heads) {

        static Part of(Measure measure) {
            return new Part(measure.squareMetres(), measure.heads());
        }
    }

    /** The numbers of a certified count; missing while there is none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sheet(
            String pollId,
            String state,
            MaskedText question,
            String rule,
            Instant opensAt,
            Instant closesAt,
            String rollSha256,
            String result,
            @Nullable Part total,
            @Nullable Part taking,
            @Nullable Part agreeing,
            @Nullable Part against,
            @Nullable Part abstain,
            @Nullable Part invalid,
            @Nullable Part silent,
            @Nullable Long duplicates,
            @Nullable String ballotsSha256,
            @Nullable Instant certifiedAt,
            @Nullable List<MaskedText> lines) {}

    Sheet of(Poll poll, Instant now) {
        var matter = matters.get(poll.matterNo());
        var masker = masking.of(matter);
        var result = results.of(poll);
        var count = result.map(PollResult::count);
        var tally = result.map(PollResult::tally);
        return new Sheet(
                poll.pollId(),
                poll.state(now),
                masker.mask(poll.question()),
                poll.ruleId(),
                poll.opensAt(),
                poll.closesAt(),
                poll.rollSha256(),
                poll.result(),
                Part.of(count.map(Count::total).orElse(poll.total())),
                part(count, Count::taking),
                part(count, Count::agreeing),
                part(tally, Tally::against),
                part(tally, Tally::abstain),
                part(tally, Tally::invalid),
                part(tally, Tally::silent),
                tally.map(Tally::duplicates).orElse(null),
                tally.map(Tally::ballotsSha256).orElse(null),
                tally.map(Tally::certifiedAt).orElse(null),
                result.map(certified -> lines(masker, poll)).orElse(null));
    }

    private static <T> @Nullable Part part(Optional<T> numbers, Function<T, Measure> which) {
        return numbers.map(which).map(Part::of).orElse(null);
    }

    private List<MaskedText> lines(Masker masker, Poll poll) {
        return texts.lines(poll).stream().map(masker::mask).toList();
    }
}
