package org.qibu.voting.polls;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.qibu.text.CodeLabels;
import org.qibu.voting.Measure;
import org.qibu.voting.Verdict;
import org.qibu.voting.rules.BodyRule;
import org.qibu.voting.rules.RuleInWords;
import org.springframework.stereotype.Component;

/** Formats the result of a vote in Chinese, for notices and letters: the rule, the three numbers, the verdict. */
@Component
public class ResultTexts {

    private final PollResults results;
    private final RuleInWords rules;
    private final CodeLabels labels;

    ResultTexts(PollResults results, RuleInWords rules, CodeLabels labels) {
        this.results = results;
        this.rules = rules;
        this.labels = labels;
    }

    /** Lines of text without personal data; only the question where nothing was certified yet. */
    public List<String> lines(Poll poll) {
        var lines = new ArrayList<String>();
        lines.add("表决事项：" + poll.question());
        results.of(poll).ifPresent(result -> {
            lines.addAll(numbers(result));
            lines.add("表决结果：" + verdict(result.verdict()));
            if (poll.rollSha256() != null) {
                lines.add("名册校验码：" + poll.rollSha256());
            }
            if (result.tally().ballotsSha256() != null) {
                lines.add("选票校验码：" + result.tally().ballotsSha256());
            }
        });
        return lines;
    }

    /** The rule and the numbers of a count, certified or not. */
    public List<String> numbers(PollResult result) {
        var lines = new ArrayList<String>();
        var tally = result.tally();
        var say = wording(result);
        lines.add("表决规则：" + rule(result.rule()));
        lines.add((result.poll().isByHand() ? "应到：" : "有权表决：")
                + say.apply(result.count().total()));
        lines.add((result.poll().isByHand() ? "实到：" : "参加表决：")
                + say.apply(result.count().taking()));
        lines.add("同意：" + say.apply(result.count().agreeing()));
        lines.add("反对：" + say.apply(tally.against()) + "；弃权：" + say.apply(tally.abstain()) + "；无效："
                + say.apply(tally.invalid()));
        if (result.poll().countsSilence()) {
            lines.add("已送达未交回：" + say.apply(tally.silent()) + "，按议事规则计入多数意见（"
                    + result.poll().silentRuleBasis() + "）");
        }
        return lines;
    }

    /** A rule by name, in words, with the law it comes from. */
    public String rule(BodyRule rule) {
        return rule.name() + "，" + rules.inWords(rule) + "（" + rule.source() + "）";
    }

    private static Function<Measure, String> wording(PollResult result) {
        return result.rule().dual()
                ? measure -> measure.squareMetres() + " 平方米、" + measure.heads() + " 人"
                : measure -> measure.heads() + (result.poll().electorateId().startsWith("households") ? " 户" : " 人");
    }

    /** The verdict in words. */
    public String verdict(Verdict verdict) {
        return labels.label(verdict, Locale.CHINESE);
    }
}
