package org.qibu.voting.rules;

import java.util.Locale;
import org.qibu.voting.Verdict;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Formats a rule for readers who are no lawyers, for pages and for letters about a result. */
@Component
public class RuleInWords {

    private final MessageSource texts;

    RuleInWords(MessageSource texts) {
        this.texts = texts;
    }

    /** Who has to take part and who has to agree, in Chinese and without a full stop at the end. */
    public String inWords(BodyRule rule) {
        return inWords(rule, Locale.SIMPLIFIED_CHINESE);
    }

    String inWords(BodyRule rule, Locale language) {
        var measure = measure(rule);
        var base = rule.passOfTotal() ? "total" : "taking";
        return StringUtils.capitalize(say(
                "rule.both",
                language,
                say("rule.quorum." + measure, language, limit(rule.quorum(), language)),
                say("rule.pass." + measure + "." + base, language, limit(rule.pass(), language))));
    }

    /** Owners hand in ballots and count by area too, or by heads only; other bodies come to a meeting. */
    private static String measure(BodyRule rule) {
        if (rule.dual()) {
            return "dual";
        }
        return rule.shortfall() == Verdict.PARTICIPATION_NOT_MET ? "ballots" : "heads";
    }

    /** What a limit of this name means. */
    String inWords(String name, Share share, Locale language) {
        return say("share." + name, language, limit(share, language));
    }

    /** The limit in two pieces, which languages put in different places: to reach or to exceed, and how much. */
    private Object[] limit(Share share, Locale language) {
        var kind = share.strict() ? "more" : share.num() == share.den() ? "all" : "least";
        return new Object[] {
            say("rule.verb." + kind, language), say("rule.amount." + kind, language, fraction(share, language))
        };
    }

    private static String fraction(Share share, Locale language) {
        if ("en".equals(language.getLanguage())) {
            return share.num() + "/" + share.den();
        }
        return Fractions.inChinese(share.num(), share.den());
    }

    private String say(String key, Locale language, Object... values) {
        return texts.getMessage(key, values, language);
    }
}
