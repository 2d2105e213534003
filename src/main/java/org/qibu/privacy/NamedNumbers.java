package org.qibu.privacy;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds numbers and accounts of people whose kind is named before them: 微信号 fan_88, 学号2023010123, 尾号0417. The name of the
 * kind stays readable.
 */
final class NamedNumbers {

    /** What may stand between the name of a kind and the account: a few signs that are neither letters nor digits. */
    private static final String SIGNS = "[^\\p{L}0-9\\n，。；、,;()（）]";

    private static final String IS = "(?: ?(?:是|为|叫|写|即|同|is|id))?";

    private static final String CHAT =
            "(?:微 ?信|薇信|威信|维信|卫星号?|weixin|we ?chat|[v微薇威徽]信|(?<![a-z0-9])v?[vw]x|q ?q|扣扣|企鹅|抖音|小红书|快手|微博|b站|支付宝"
                    + "|钉钉|淘宝|旺旺|陌陌|飞书|知乎|(?<![a-z])(?:telegram|whatsapp|line(?= ?(?:id|:))|skype|facebook))";

    /** An account may be a word or a number; of no kind are the names of programs. */
    private static final String ACCOUNT = "(?!(?:app|pay|web|https?|www|vip|pc|ok)(?![a-z0-9_-]))";

    private static final List<Pattern> KINDS = Stream.of(
                    // the account of a chat, at once after the word that says so, a sign or a blank between
                    CHAT + "(?:群|账号|帐号|号码|号|邮箱|昵称|名| ?id)?" + IS + SIGNS + "{0,5}" + ACCOUNT
                            + "([a-z](?=[a-z0-9._-]*[0-9_])[a-z0-9._-]{2,}[a-z0-9_]|[a-z][a-z0-9_-]{4,}|[1-9](?: {0,2}[0-9]){4,18})",
                    CHAT + "(?:账号|帐号|号码|号| ?id)?" + IS + "(?=" + SIGNS + "*[:❤♥号是])" + SIGNS + "{1,5}" + ACCOUNT
                            + "((?:[\\p{IsHan}]{1,3}(?=[a-z0-9_]{2}))?[a-z0-9][a-z0-9._-]{1,}[a-z0-9_])",
                    CHAT + "(?:账号|帐号|号码|号| ?id)" + IS + SIGNS + "{0,5}" + ACCOUNT + "([a-z][a-z0-9._-]{1,}[a-z0-9_])",
                    // spelled sign by sign
                    CHAT + "(?:账号|帐号|号码|号| ?id)?" + IS + SIGNS + "{1,5}([a-z0-9_](?: [a-z0-9_]){3,19})(?![a-z0-9_])",
                    // a letter or a sign for the word
                    "(?:(?<![\\p{L}0-9])\\+?v|[+加]v|[薇威微徽]|(?<![\\p{L}0-9])微) ?(?:[:❤♥💚💗💕]|[+加](?=[a-z]) ?)" + SIGNS
                            + "{0,4}" + ACCOUNT + "([a-z0-9][a-z0-9._-]{1,}[a-z0-9_])",
                    "(?:(?<![\\p{L}0-9])\\+v|加v) ([a-z][a-z0-9._-]{2,}[a-z0-9_])",
                    "(?<![\\p{L}0-9])q(?: ?q)?(?:号|群)?[: ]{1,3}([1-9](?: {0,2}[0-9]){4,11})",
                    "(?<![\\p{L}0-9._%+-])@(?=[0-9_-]*[a-z])([a-z0-9_-]{3,})(?![.][a-z])",
                    "(?:微博|抖音|小红书|快手)" + SIGNS + "{0,2}(@[a-z0-9_-]{3,})",
                    // papers, cards and accounts of a person
                    "(?:身份证|证件|护照|通行证|台胞证|回乡证|军官证|士兵证|居住证|驾驶证|驾照|行驶证|学生证|老年证|残疾证|低保证|退休证|结婚证|出生证|户口簿|户口本|学号|工号"
                            + "|学籍|社保卡?|医保卡?|市民卡|病历|银行卡|储蓄卡|信用卡|卡号|账号|帐号|账户|户号|电表号?|水表号?|燃气号|车牌|车号)"
                            + "(?:号码|编号|卡号|号|卡)?" + IS + "[: ]{0,3}(?:[\\p{IsHan}]字)?第? ?"
                            + "((?=[a-z_-]{0,4} ?[0-9])[a-z0-9](?:[a-z0-9_*-]| (?=[0-9])){3,}(?: ?号(?!楼))?)",
                    "(?:军官证|士兵证)" + IS + "[: ]{0,3}([\\p{IsHan}]字第? ?[0-9]{4,}(?: ?号)?)",
                    "(?:短号|集团号|小号)" + IS + "[: ]{0,3}([0-9]{3,7})(?![0-9户人])",
                    "(?:不动产权|不动产单元|房权证|房产证|房屋所有权证|土地证|国用)[\\p{IsHan}()0-9]{0,14}?第? ?([0-9]{5,})",
                    // the end of a number that is known otherwise
                    "(?:尾号|尾数|末[2-6二三四五六]位|[后最]后?[2-6二三四五六]位)(?:号码|数字|数)?" + IS
                            + "[: ]{0,3}([0-9]{2,6}x?)(?![0-9./:-]|号楼|[幢户人元年月])")
            .map(kind -> Pattern.compile(kind, Pattern.CASE_INSENSITIVE))
            .toList();

    private NamedNumbers() {}

    /** Where such numbers stand in a text folded by {@link FoldedText#numbers}, as the first group of each hit. */
    static Stream<MatchResult> in(String folded) {
        return KINDS.stream().flatMap(kind -> kind.matcher(folded).results());
    }
}
