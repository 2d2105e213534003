package org.qibu.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.qibu.matter.Masking;
import org.qibu.matter.Matters;
import org.qibu.voting.Measure;
import org.qibu.voting.Poll;
import org.qibu.voting.PollResult;
import org.qibu.voting.PollResults;
import org.qibu.voting.ResultTexts;
import org.springframework.stereotype.Component;

/** The result of a vote as everybody may read it: numbers, rule and checksums, nobody's name. */
@Component
class ResultSheets {

    private final PollResults results;
    private final ResultTexts texts;
    private final Matters matters;
    private final Masking masking;

    ResultSheets(PollResults results, ResultTexts texts, Matters matters, Masking masking) {
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
            String question,
            String rule,
            Instant opensAt,
            Instant closesAt,
            String rollSha256,
            String result,
            Part total,
            Part taking,
            Part agreeing,
            Part against,
            Part abstain,
            Part invalid,
            Part silent,
            Long duplicates,
            String ballotsSha256,
            Instant certifiedAt,
            List<String> lines) {}

    Sheet of(Poll poll, Instant now) {
        return results.of(poll).map(result -> certified(result, now)).orElseGet(() -> open(poll, now));
    }

    private Sheet open(Poll poll, Instant now) {
        return new Sheet(
                poll.pollId(),
                poll.state(now),
                question(poll),
                poll.ruleId(),
                poll.opensAt(),
                poll.closesAt(),
                poll.rollSha256(),
                null,
                Part.of(poll.total()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private String question(Poll poll) {
        return masking.mask(matters.get(poll.matterNo()), poll.question());
    }

    private Sheet certified(PollResult result, Instant now) {
        var poll = result.poll();
        var tally = result.tally();
        return new Sheet(
                poll.pollId(),
                poll.state(now),
                question(poll),
                poll.ruleId(),
                poll.opensAt(),
                poll.closesAt(),
                poll.rollSha256(),
                result.verdict().name(),
                Part.of(result.count().total()),
                Part.of(result.count().taking()),
                Part.of(result.count().agreeing()),
                Part.of(tally.against()),
                Part.of(tally.abstain()),
                Part.of(tally.invalid()),
                Part.of(tally.silent()),
                tally.duplicates(),
                tally.ballotsSha256(),
                tally.certifiedAt(),
                texts.lines(poll).stream()
                        .map(line -> masking.mask(matters.get(poll.matterNo()), line))
                        .toList());
    }
}
