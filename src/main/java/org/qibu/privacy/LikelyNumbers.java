package org.qibu.privacy;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds numbers that may be somebody's though nothing says so: five digits in a row or letters among digits that count and
 * name nothing else, and a number such as flats have. It warns; what they are a person decides.
 */
final class LikelyNumbers {

    private static final String MEASURE = "(?! ?(?:元|万|亿|户|人|名|位|个|米|吨|平|票|份|辆|盏|棵|张|件|次|度|天|年|月|日|路|号文|㎡|%|公里|国道|省道))";

    private static final Pattern WRITINGS = Pattern.compile(
            "(?<![0-9A-Za-z.,-])(?<!(?:收入|支出|金额|费用|预算|合计|共计|经费|造价|资金|[¥￥])[: ]{0,2})(?:[0-9]{5,}|(?=[0-9_-]*[A-Za-z])(?=[A-Za-z_-]*[0-9])[A-Za-z0-9_-]{6,})(?![0-9A-Za-z_-]|[.,][0-9])"
                    + MEASURE
                    + "|(?<![0-9A-Za-z.,:/第〔(-])(?:[1-9]|[12][0-9]|3[0-9])0[1-9](?![0-9A-Za-z:/-]|[.,][0-9]| ?条)"
                    + MEASURE);

    private LikelyNumbers() {}

    /** Every such number in a text folded by {@link FoldedText#plainNumbers}. */
    static List<Span> in(FoldedText folded) {
        return WRITINGS.matcher(NobodysNumbers.blanked(folded.toString()))
                .results()
                .map(hit -> new Span(
                        folded.start(hit.start()),
                        folded.end(hit.end()),
                        PersonalNumbers.GONE,
                        Finding.Kind.LIKELY_NUMBER))
                .toList();
    }
}
