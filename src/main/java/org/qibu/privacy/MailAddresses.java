package org.qibu.privacy;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds mail addresses, also with blanks in them or with their signs spelled out: fan [at] qq [dot] com. */
final class MailAddresses {

    /** The first part, from its first sign. */
    private static final String LOCAL = "(?<![a-z0-9._%+-])[a-z0-9._%+-]";

    private static final String HOST = "[a-z0-9-]{1,63}";
    private static final String DOT = "(?: ?[.。] ?| ?[\\[({<【]? ?(?:dot|点) ?[\\])}>】]? ?)";

    /** Where private addresses mostly are; one of these is known even when the sign before it is some other one. */
    private static final String PROVIDER =
            "(?:(?:vip[.])?(?:qq|163|126|sina|gmail|outlook|hotmail|foxmail|139|189|yeah|sohu|aliyun|icloud|wo|live|msn|tom))";

    private static final String TOP = "(?:com|cn|net|org|edu|gov|example|info|vip|xin|top|cc|me|io)";

    /** The shortest end of an address. */
    private static final Pattern POSSIBLE = Pattern.compile("[A-Za-z]{2}");

    private static final List<Pattern> WRITINGS = Stream.of(
                    LOCAL + "{1,64}+ ?@ ?" + HOST + "(?: ?[.。] ?" + HOST + "){1,4}",
                    LOCAL + "{2,64}+ ?(?:[\\[({<【] ?(?:at|a|@) ?[\\])}>】]|(?<= )at(?= )|#|艾特|圈a) ?" + HOST + "(?:" + DOT
                            + "[a-z]{2,63}){1,3}(?![a-z0-9])",
                    LOCAL + "{2,64}+ ?(?:@|[^\\p{L}0-9\\s.,，。;；:：、/\\\\()_+%-]{1,2}) ?" + HOST + DOT + TOP + "(?:" + DOT
                            + "cn)?(?![a-z0-9])",
                    LOCAL + "{2,64}+[^a-z0-9\\n]{1,6}" + PROVIDER + DOT + TOP + "(?:" + DOT + "cn)?(?![a-z0-9])",
                    // the beginning of an address, and one of a domain in Chinese
                    LOCAL + "{2,64}+ ?@ ?[a-z][a-z0-9]{1,}(?![a-z0-9])",
                    LOCAL + "{2,64}+ ?@ ?[\\p{IsHan}]{1,8}[.。][a-z\\p{IsHan}]{2,4}",
                    // an address whose first part is no ASCII: at most four signs of it are taken to belong to it
                    "[\\p{IsHan}&&[^到至给发寄写箱是为：或和]](?:[\\p{IsHan}0-9&&[^到至给发寄写箱是为：或和]]){0,3} ?@ ?" + HOST + "(?: ?[.。] ?"
                            + HOST + "){1,4}")
            .map(writing -> Pattern.compile(writing, Pattern.CASE_INSENSITIVE))
            .toList();

    private MailAddresses() {}

    /** Where such addresses stand in a text folded by {@link FoldedText#numbers}. */
    static Stream<MatchResult> in(String folded) {
        return POSSIBLE.matcher(folded).find()
                ? WRITINGS.stream().flatMap(writing -> writing.matcher(folded).results())
                : Stream.empty();
    }
}
