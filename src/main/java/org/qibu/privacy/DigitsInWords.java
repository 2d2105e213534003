package org.qibu.privacy;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds telephone numbers of seven or eight digits that are spelled in Chinese and that nothing names: 二〇三一二三四. Nobody
 * counts so; a year, a list of buildings and digits that only follow each other are none.
 */
final class DigitsInWords {

    private static final String DIGIT = "〇零○一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖";
    private static final Pattern TELEPHONE = Pattern.compile("(?<![" + DIGIT
            + "0-9十百千万亿拾佰仟])(?!一?二三四五六七|[二贰][〇零○][〇零○一二][" + DIGIT + "][〇零○一][" + DIGIT
            + "][〇零○一二三])[二三四五六七八九两贰叁肆伍陆柒捌玖]["
            + DIGIT + "]{6,7}(?![" + DIGIT + "0-9十百千万亿拾佰仟]| ?(?:幢|栋|号楼|单元|层|楼|年|月|日|元|户|人|票|期|条|届|组|班))");

    private DigitsInWords() {}

    /** Every such number in a text folded by {@link FoldedText#plainNumbers}. */
    static List<Span> in(FoldedText folded) {
        return TELEPHONE
                .matcher(folded.toString())
                .results()
                .map(hit -> new Span(
                        folded.start(hit.start()), folded.end(hit.end()), PersonalNumbers.GONE, Finding.Kind.NUMBER))
                .toList();
    }
}
