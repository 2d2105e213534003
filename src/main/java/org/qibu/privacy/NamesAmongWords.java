package org.qibu.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.qibu.privacy.Words.Word;

/**
 * Finds what may be somebody's name anywhere in a text: a surname that is no part of a word, with one or two signs after it
 * that are no words that follow of themselves. 昨天张伟在楼道骂人 holds one, 业主张贴公告 none.
 */
final class NamesAmongWords {

    /** Surnames that hardly ever stand alone as a word. */
    private static final String SURELY_SURNAMES =
            "王李张刘陈杨赵吴周徐孙朱郭罗宋唐韩冯邓曹彭肖董潘袁蔡蒋杜吕苏魏沈姚卢姜崔谭陆汪范廖贾韦邹邱尹薛闫阎侯陶黎贺郝龚邵俞倪葛裘郁鲍岑滕邬卞祁樊凌虞柯昝缪裴翁荀甄" + "欧骆聂覃邢邸郑戚褚窦奚鄢阮蒲鞠佟冼亓谌仇";

    /** Surnames that are a word as well; only with signs after them that people are often called by. */
    private static final String OFTEN_WORDS =
            "黄林何胡高梁谢许曾叶程任丁余于付马钟田夏方石熊孟秦江白史龙段雷钱汤黎武戴莫孔向万顾毛金康温安牛文洪庄施申艾严尹易乔常" + "包左柳管房路祝简单章";

    /** The surnames that most people bear. */
    static final String SURNAMES = SURELY_SURNAMES + OFTEN_WORDS;

    /** Signs that people are often called by. */
    private static final String OFTEN_GIVEN = "小大伟芳强敏静磊勇艳杰娟涛明超霞平刚桂英建华志秀兰玉梅红海燕丽国庆晓东子涵浩然欣怡宇轩雨桐春花美文斌鸣思远若曦军洋辉鹏飞峰波兵宁健龙"
            + "亮俊凯旭帆博晨阳昊睿梓萱诗琪婷雪琳佳慧倩颖莉萍玲琴珍菊香云霞凤翠莲洁淑爱雅芬燕巧惠娣妹根福贵财宝荣祥德仁义忠信诚良昌盛兴旺泉林森木金鑫银水生清江河湖山岩石川永长"
            + "才学康安定邦振威武雄豪嘉家伦乐天一民新光宏伯仲叔季友朋世泽润瑞雯婧媛嫣妍娜娅彤彬栋楠柏松竹";

    /** Before a surname that counts something: 一张桌子, 本周清理. */
    private static final Pattern COUNTED = Pattern.compile("[0-9一二三四五六七八九十百两几每哪这那整数多] ?$");

    private static final Pattern WEEK = Pattern.compile("[上下本半][个一]?$");
    private static final Pattern QUESTION = Pattern.compile("[为如任有几]$");

    /** A sign after a surname that is not of a name. */
    private static final Pattern GIVEN =
            Pattern.compile("[\\p{IsHan}&&[^某的了着是在有和与及或不也都就到说被把对向从给让你我他她它们这那其此每户室幢栋楼号个位但而且请应该能已没无等将又再才还骂打吵闹偷养来去停占放做"
                    + "先很太更最要会可以因为所则由同按即均各令氏姓家砸搬先外上下前后左右内边侧旁处间次月时分元两三个些种样]]");

    /** A word of two signs after a surname that is not a name. */
    private static final Pattern GIVEN_WORD = Pattern.compile("[\\p{IsHan}&&[^某的了着是在不都就被把你我他她它们这那其此每户室幢栋楼号]]{2}");

    private static final String BODIES =
            "公园|寺|庙|庵|祠|陵园|塔|码头|机场|[东西南北中]路|[东西南北中]街|支路|大道|大街|胡同|体育馆|体育场|纪念馆|博物馆|美术馆|图书馆|文化馆|故居|书院|教堂|市场|商场|工作室|工作站|合作社|小区|新村|社区|街道|公司|物业|超市|广场|大厦|医院|学校|小学|中学|花园|公寓|家园|苑|园|路|街|巷|弄|村|镇|乡|县|市|区|桥|河|港|庄|店|馆|厂|坊";

    /** After a surname: what follows is no given name. */
    private static final Pattern PLACE = Pattern.compile("^(?:" + BODIES
            + "|阿姨|大爷|大妈|叔叔?|先生|女士|师傅|老师|主任|书记|经理|医生|局长|所长|站长|科长|警官|社工|家(?:" + BODIES + "|里|的|门|漏|养|装|在|把|和|与))");

    /** After a name: it is one of a place or a body. */
    private static final Pattern BODY = Pattern.compile("^(?:" + BODIES + ")");

    /** A surname and a sign before the word of a street or a temple: 张江路. */
    private static final Pattern STREET = Pattern.compile(".(?:[^小大晓]|.{2,})[路街巷弄寺庙庵祠]");

    /** Before a surname that stands for somebody by itself: 老陈, 小李. */
    private static final Set<String> FAMILIAR = Set.of("老", "小", "阿");

    private static final int NEAR = 5;

    private NamesAmongWords() {}

    static List<Span> in(String text) {
        var words = Words.of(text);
        var found = new ArrayList<Span>();
        for (int at = 0; at + 1 < words.size(); at++) {
            int end = end(text, words, at);
            if (end > 0) {
                var name = text.substring(words.get(at).start(), end);
                found.add(new Span(words.get(at).start(), end, NameIndex.masked(name), Finding.Kind.LIKELY_NAME));
            }
        }
        return found;
    }

    /** Where the name ends that begins with this word; 0 where none does. */
    private static int end(String text, List<Word> words, int at) {
        var surname = words.get(at).in(text);
        var given = words.get(at + 1).in(text);
        var sure = SURELY_SURNAMES.contains(surname) || Surnames.isCompound(surname);
        if (!sure && !OFTEN_WORDS.contains(surname)
                || isCount(surname, text, words.get(at).start())
                || at > 0 && FAMILIAR.contains(words.get(at - 1).in(text))) {
            return 0;
        }
        var next = at + 2 < words.size() ? words.get(at + 2).in(text) : "";
        var both = given.length() == 1
                && next.length() == 1
                && GIVEN.matcher(given).matches()
                && GIVEN.matcher(next).matches();
        if (!both
                && !GIVEN.matcher(given).matches()
                && !GIVEN_WORD.matcher(given).matches()) {
            return 0;
        }
        int end = words.get(both && (sure || isOftenGiven(next)) ? at + 2 : at + 1)
                .end();
        var name = text.substring(words.get(at).start(), end);
        return !sure && !isOftenGiven(name.substring(surname.length()))
                        || LikelyNames.isOrdinary(name)
                        || STREET.matcher(name).matches()
                        || LikelyNames.isWordOnly(given)
                        || isPlace(text, words.get(at + 1).start(), end)
                ? 0
                : end;
    }

    /** Whether people are often called by all of these signs. */
    static boolean isOftenGiven(String signs) {
        return signs.chars().allMatch(sign -> OFTEN_GIVEN.indexOf(sign) >= 0);
    }

    /** Whether what stands before a surname makes it count something or ask for it. */
    static boolean isCount(String surname, String text, int at) {
        var before = text.substring(Math.max(0, at - NEAR), at);
        return COUNTED.matcher(before).find()
                || "周".equals(surname) && WEEK.matcher(before).find()
                || "何".equals(surname) && QUESTION.matcher(before).find();
    }

    /** Whether a place or a body is called so, or only the surname is said before a title. */
    private static boolean isPlace(String text, int given, int end) {
        return PLACE.matcher(after(text, given)).find()
                || BODY.matcher(after(text, end)).find();
    }

    private static String after(String text, int at) {
        return text.substring(at, Math.min(text.length(), at + NEAR));
    }
}
