package org.qibu.privacy;

import java.util.regex.Pattern;

/** Whether a word that need not be a name stands where a person is spoken of: by what stands right before and after it. */
final class SpokenOf {

    private static final String TITLE =
            " ?(?:先生|女士|小姐|同志|师傅|老师|阿姨|叔叔?|伯伯|大伯|大爷|大妈|大叔|大姐|大哥|姐|哥|嫂|奶奶|爷爷|夫妇|夫妻|两口|一家|家(?:里|的|门|漏|养|装|阳|在|把|和|与|，|。|$))";
    private static final String ACTS =
            "(?:反映|表示|同意|反对|不同意|不肯|认为|提出|要求|希望|建议|投诉|主张|说|讲|称|发言|签字|到场|主持|负责|住在?|的(?:老婆|老公|妻子|丈夫|儿子|女儿"
                    + "|父亲|母亲|爸|妈|孩子|电话|手机|微信|房子|家))";
    private static final String ROLE =
            "(?:[室户]|叫|业主|居民|住户|邻居|户主|租客|房东|组长|楼道长|网格员|志愿者|负责人|联系人|姓名|我是|妻子|丈夫|儿子|女儿|老婆|老公" + "|[老小])[:： ]?$";
    private static final Pattern TITLED = Pattern.compile("^" + TITLE);
    private static final Pattern ACTING = Pattern.compile("^(?:" + TITLE + "|" + ACTS + ")");
    private static final Pattern AFTER_A_ROLE = Pattern.compile(ROLE);
    private static final Pattern ALONE_BEFORE = Pattern.compile("(?:^|[\\s，。、；：！？,.;:!?（(“\"《和与及由找请向被跟让替])$");
    private static final Pattern ALONE_AFTER = Pattern.compile("^(?:$|[\\s，。、；：！？,.;:!?）)”\"》和与及也都在是来去把被])");
    private static final int NEAR = 6;

    private SpokenOf() {}

    /** Whether a title follows that only people have. */
    static boolean byTitle(String text, int start, int end) {
        return isWordsBegin(text, start) && TITLED.matcher(after(text, end)).find();
    }

    /** Whether it stands by itself, after what people are or before what people do. */
    static boolean asPerson(String text, int start, int end) {
        var before = text.substring(Math.max(0, start - NEAR), start);
        var after = after(text, end);
        return isWordsBegin(text, start) && ACTING.matcher(after).find()
                || AFTER_A_ROLE.matcher(before).find()
                || ALONE_BEFORE.matcher(before).find()
                        && ALONE_AFTER.matcher(after).find();
    }

    /** Whether a full name of somebody no list knows stands there, right after what people are or before what they do. */
    static boolean surely(String text, int start, int end) {
        var before = text.substring(Math.max(0, start - NEAR), start);
        return text.codePointCount(start, end) > 2
                && (AFTER_A_ROLE.matcher(before).find()
                        || ACTING.matcher(after(text, end)).find());
    }

    /** Whether no word such as 早高峰 has begun before; the signs that may stand before a name are those of a role as well. */
    private static boolean isWordsBegin(String text, int start) {
        var before = text.substring(Math.max(0, start - NEAR), start);
        return ALONE_BEFORE.matcher(before).find()
                || AFTER_A_ROLE.matcher(before).find();
    }

    private static String after(String text, int end) {
        return text.substring(end, Math.min(text.length(), end + NEAR));
    }
}
