package org.qibu.sheets.format;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a spreadsheet leaves as text, above all in a file saved as CSV, where it took somebody's number for a quantity or a
 * date: 202600000000123456 became 2.026E+17, and 3-2 became 3月2日. Nobody numbers a person or a room so.
 */
final class SpoiltKey {

    private static final Pattern QUANTITY = Pattern.compile("\\d(\\.\\d+)?[Ee]\\+\\d{1,3}");
    private static final String MONTHS = "(?i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*";
    private static final Pattern DATE = Pattern.compile("(\\d{4}年)?\\d{1,2}月(\\d{1,2}日)?|\\d{4}年\\d{1,2}月"
            + "|(19|20)\\d{2}/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\\d|3[01])"
            + "|(19|20)\\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])([ T]0?0:00(:00)?)?|\\d{1,2}-" + MONTHS
            + "(-\\d{2,4})?|" + MONTHS
            + "-\\d{2}");

    /** A spreadsheet keeps fifteen digits of a number and puts zeros in the place of the others. */
    private static final Pattern ZEROED = Pattern.compile("[1-9]\\d{14}0+");

    /** What a spreadsheet shows in the place of a content. */
    private static final Pattern ERROR = Pattern.compile(
            "#(?:N/A|REF!|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|#{2,})");

    private SpoiltKey() {}

    /**
     * The end of a sentence about a text of which a spreadsheet has kept only a part, whatever column it stands in; empty
     * where it may be what somebody wrote.
     */
    static Optional<String> lost(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        if (ZEROED.matcher(plain).matches()) {
            return Optional.of("是“" + text + "”，第 15 位以后全是 0，像是 Excel 丢掉了后几位；请按原件核对，先设为文本再重填；确实如此的，请在数字中间加短横线。");
        }
        return ERROR.matcher(plain).matches() ? Optional.of("是错误值“" + text + "”，请改正后再上传。") : Optional.empty();
    }

    /** The end of a sentence about the cell; empty where the text may be somebody's number. */
    static Optional<String> fault(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        if (QUANTITY.matcher(plain).matches()) {
            return Optional.of("是“" + text + "”，Excel 已丢掉后几位；请设为文本后重填。");
        }
        return DATE.matcher(plain).matches()
                ? Optional.of("是日期（" + text + "），Excel 常把编号变成日期；请设为文本后重填。")
                : Optional.empty();
    }
}
