package org.qibu.privacy;

import java.util.List;
import java.util.regex.Pattern;

/** The ways in which flats are written; the first group of each is what must go, building and staircase stand before it. */
final class RoomWritings {

    private static final String NO = "(?:[A-Z]?[0-9十百]{1,4}|[A-Z甲乙丙丁东西南北])";
    private static final String BUILDING = "(?<![0-9])" + NO + " ?(?:幢|栋|座|弄|号楼|#楼?)";
    private static final String UNIT = "(?<![0-9])" + NO + " ?(?:单元|门洞?(?![口卫前外])|梯(?!队))";
    private static final String FLOOR = "(?:[0-9十]{1,3} ?(?:楼|层|F(?![A-Za-z]) ?-?) ?)?";
    private static final String ROOM = "[A-Z]?[0-9]{3,4}[A-Z]?";

    /** A number such as flats have: a storey and one of at most nineteen flats on it. */
    private static final String LIKE_A_ROOM = "(?:[1-9]|[1-5][0-9])(?:0[1-9]|1[0-9])";

    /** The same with at most nine flats on a storey: 301, not 115, where a number may count households as well. */
    private static final String FEW_ON_A_STOREY = "(?:[1-9]|[1-5][0-9])0[1-9]";

    private static final String FEW_NO_YEAR = "(?:[1-9]|1[0-8]|2[1-9]|[345][0-9])0[1-9]";

    /** Beside the name of somebody: 范三元501, 501（范三元）. */
    static final Pattern AFTER_A_NAME, BEFORE_A_NAME;

    private static final String SPOKEN_ROOM = "(?:[0-9]千)?[0-9]百[0-9十]{0,3}";
    private static final String NAMED = "(?: ?(?:号房|室|号|(?<!(?:00|[2-9][0-9]) ?)户|房(?![屋子产价租型管东])))";

    /** After a number: it counts or measures something. */
    private static final String NO_ROOM =
            "(?![0-9]|[.][0-9]|(?<=00|[2-9][0-9]) ?户| ?(?:年|月|日|元|万|人|名|位|个|米|平|次|天|小时|分钟|度|块|吨|斤|公里|千|路|岁|%|㎡"
                    + "|m|kg|幢|栋|多|余|票|份|辆|盏|棵|页|期|伏|国道|省道|县道|公交|号楼|号文|号令|[楼层](?![上下道梯])))";

    private static final String AND =
            "(?: ?(?:[、,，;/&-]|以及|[和及与或至到]) ?| (?=" + LIKE_A_ROOM + "(?![0-9.]| ?[户家人票元]|年)))";
    private static final String MORE = "(?:" + AND + "(?:" + UNIT + " ?)?" + ROOM + NAMED + "?" + NO_ROOM + "){0,30}+";
    private static final String GAP = "[ ,、-]{0,2}";
    private static final String SOMEBODY = "业主|住户|邻居|户主|租客|租户|房东";

    /** After the number of a flat: what is in a home, or what people there do. */
    private static final String OF_A_HOME =
            "(?=的?(?:阿姨|大爷|大妈|大伯|老人|那户|那家|[" + Surnames.SINGLE + "](?:阿姨|大爷|大妈|大伯|先生|女士|师傅|老师))|家(?:里|的|门|漏|养|装|阳|在|把)"
                    + "|(?:都|均|也|又|还|还在|一直|经常|总是|老是|天天|晚上|半夜|昨天|昨晚)?(?:[漏渗](?!水点|漏点)|滴水|吵|装修|养[狗猫]|不肯|不同意|说)"
                    + "|的?(?:天花板|阳台|厨房|卫生间|厕所|客厅|卧室|马桶|地漏|油烟|空调)|楼[上下]|对门|隔壁)";

    /**
     * A way in which a flat is written.
     *
     * @param needs signs of which one stands in every text that holds it
     * @param digits whether three digits stand together in it
     * @param counts whether households may be counted with the same words, so that what stands around has to tell
     */
    record Writing(String needs, Pattern pattern, boolean counts, boolean digits) {

        private static Writing of(String needs, String pattern) {
            return new Writing(needs, Pattern.compile(pattern), false, false);
        }

        private static Writing digits(String needs, String pattern) {
            return new Writing(needs, Pattern.compile(pattern), false, true);
        }

        private static Writing orCount(String needs, String pattern) {
            return new Writing(needs, Pattern.compile(pattern), true, true);
        }

        boolean isPossible(String text, boolean hasDigits) {
            return (hasDigits || !digits) && text.chars().anyMatch(sign -> needs.indexOf(sign) >= 0);
        }
    }

    static final List<Writing> ALL = List.of(
            Writing.of(
                    "元门梯",
                    BUILDING + GAP + UNIT + "(" + GAP + FLOOR + "第?(?:[A-Z]?[0-9]{1,4}[A-Z]?" + NAMED + "?" + NO_ROOM
                            + MORE + "|" + SPOKEN_ROOM + "(?:" + NAMED + "|(?![0-9十百户人元]))))"),
            Writing.of(
                    "幢栋座弄楼#",
                    BUILDING + "([ -]{0,2}(?:" + NO + " ?- ?)?" + FLOOR + "第?(?:" + ROOM + NAMED + "?" + NO_ROOM + MORE
                            + "|"
                            + SPOKEN_ROOM + " ?(?:室|号房|号|房)|[0-9]百0[1-9](?! ?[户家])" + NO_ROOM
                            + "|[0-9]{1,2}[A-H](?![A-Za-z0-9级类区栋幢座楼])))"),
            // 3幢的201, 3幢（201）, 3幢【201】
            Writing.orCount(
                    "幢栋座弄楼#",
                    BUILDING + " ?(?:[,(、:【\\[“\"「]|的) ?(" + LIKE_A_ROOM + "(?:" + AND + LIKE_A_ROOM
                            + "){0,30}室?)(?! ?[户家])" + NO_ROOM),
            Writing.of("幢栋座弄楼#", BUILDING + " ?((?:[0-9] ){2,3}[0-9](?: ?室)?)(?! ?[0-9.户家])" + NO_ROOM),
            Writing.of("幢栋座弄楼#", "(?<![0-9A-Za-z.-])(" + LIKE_A_ROOM + "室?)(?= ?[(] ?" + BUILDING + ")"),
            // 3幢3楼2户, unless households are counted
            Writing.of(
                    "户",
                    BUILDING
                            + "([ -]{0,2}[0-9十]{1,2} ?[楼层] ?第? ?[1-9] ?户)(?! ?(?:居民|业主|住户|人|家|均|都|共|受|合|同|反|签|未|已|各|需))"),
            // 12号201
            Writing.digits(
                    "号",
                    "(?<![0-9A-Za-z月第-])(?<!编号|编号[: ])[0-9]{1,4} ?号(?:院|楼)? ?[-,]? ?(" + LIKE_A_ROOM + "(?:" + AND
                            + LIKE_A_ROOM + "){0,30}室?)(?! ?[户家条])" + NO_ROOM),
            Writing.of(
                    "元门梯",
                    UNIT + "(" + GAP + FLOOR + "第?(?:" + ROOM + NAMED + "?" + NO_ROOM + MORE + "|" + SPOKEN_ROOM
                            + " ?(?:室|号房|号|房)))"),
            Writing.of(
                    "室房",
                    "(?<![0-9A-Z.-])((?:" + ROOM + " ?室?" + AND + "){0,30}(?:" + ROOM + "|" + SPOKEN_ROOM
                            + ") ?(?:室|号房|房间?(?![屋子产价租型管源东地])))"),
            Writing.digits(
                    "-/.·_",
                    "(?<![0-9-])[0-9]{1,3} ?[-/.·_] ?[0-9]{1,2} ?[-/.·_] ?([0-9]{3,4}(?: ?[室号户])?(?:" + AND
                            + LIKE_A_ROOM + NO_ROOM + "){0,30})(?![0-9-]| ?年)"),
            Writing.digits(
                    "-",
                    "(?<![0-9-])[0-9]{1,2} ?- ?([0-9]{3,4}(?: ?(?:室|号房)"
                            + "|(?=业主|住户|家|漏|渗|楼上|楼下|门口|的(?:业主|住户|邻居|阿姨))))"),
            Writing.digits(
                    "-",
                    "(?:(?<=^|[\\s,、;:!?(。我是住在家到和与跟给被的#路街巷弄村园苑区庄里坊府城庭寓院湾轩阁邸居])(?<![A-Za-z] |(?:[第号票围图表格至条]) ?))[0-9]{1,2} ?- ?("
                            + LIKE_A_ROOM
                            + ")(?=$|[\\s,、;:!?)。]|[家漏渗住的在楼门说是和与把]|业主|住户|邻居|阿姨|大爷|大妈|老人)(?! ?(?:年|月|日|元|万|人|名|个|米|平|次|票|页|号文|至))"),
            Writing.orCount(
                    "0123456789",
                    "(?<![0-9A-Za-z.-])((?:" + LIKE_A_ROOM + " ?室?" + AND + "){0,30}" + FEW_ON_A_STOREY + ")(?=的?(?:"
                            + SOMEBODY + "))"),
            Writing.orCount(
                    "0123456789",
                    "(?<![0-9A-Za-z.-])((?:" + LIKE_A_ROOM + " ?室?" + AND + "){0,30}" + LIKE_A_ROOM + ")" + OF_A_HOME),
            // 302和303; of years nothing but the number stands there as well
            Writing.orCount(
                    "、/和及与或",
                    "(?<![0-9A-Za-z.第-])(" + FEW_NO_YEAR + "室?(?: ?[、/和及与或] ?" + FEW_NO_YEAR
                            + "室?){1,30})(?! ?[、/和及与或] ?[0-9]| ?[户家条])" + NO_ROOM),
            Writing.orCount("0123456789", "(?<![0-9A-Za-z.-])(" + FEW_ON_A_STOREY + ")(?=的(?![人比标票规]))"),
            Writing.orCount("楼层", "(?<![0-9])[0-9十]{1,2} ?[楼层] ?的? ?(" + LIKE_A_ROOM + "室?)(?! ?[户家])" + NO_ROOM),
            Writing.of("室", "(?<![0-9A-Za-z.])([1-9] [0-9] [0-9](?: [0-9])? ?室)"),
            Writing.digits(
                    "mMtT.#",
                    "(?i)(?<!meeting |conference )(?<![a-z0-9])(?:room|rm\\.?|flat|apt\\.?|apartment|unit)(?: ?no\\.?)? ?#?("
                            + "[a-z]?[0-9]{3,4}[a-z]?)(?![0-9a-z])"),
            Writing.digits(
                    "gkrteGKRTE",
                    "(?i)(?<![a-z0-9])(?:[0-9]{1,3} ?(?:building|bldg\\.?|block|tower)|(?:building|bldg\\.?|block|tower|unit|entrance) ?#?[0-9]{1,3})"
                            + "[ ,#-]{1,3}(?:unit ?[0-9]{1,2}[ ,-]{1,3})?([a-z]?[0-9]{3,4}[a-z]?)(?![0-9a-z])"),
            Writing.digits("#", "(?<![0-9A-Za-z号])#(" + LIKE_A_ROOM + ")(?![0-9A-Za-z])"),
            Writing.orCount(
                    "东户主客居",
                    "(?:" + SOMEBODY + ")[是为:的 ]{0,2}(" + LIKE_A_ROOM + "(?:" + AND + LIKE_A_ROOM
                            + "){0,30})(?!-| ?[户家条件])" + NO_ROOM),
            Writing.digits(
                    "到响及上下壁门面住搬租居主户东客号家",
                    "(?:(?:漏水?到|渗水?到|滴到|流到|影响到?|殃及|波及|楼上|楼下|隔壁|对门|对面|住在?|搬[到进]|租[住在]|[我他她]家|家里|本户|房号|门牌号?|室号)[是为:的 ]{0,2}("
                            + ROOM + "(?: ?(?:室|号房|号))?)(?!-| ?[户家条件])|(?:" + SOMEBODY + ")[是为:的 ]{0,2}(" + ROOM
                            + " ?(?:室|号房|号)))" + NO_ROOM),
            Writing.of(
                    "楼层", BUILDING + "[ ,]?(?:" + UNIT + "[ ,]?)?[0-9十]{1,3} ?[楼层] ?的?([左右]手(?:边|侧)?(?:第?一?[户家间])?)"),
            Writing.of(
                    "楼层",
                    "(?<![0-9十])(?:[0-9十]{1,3} ?(?:楼|层)|[顶底][楼层]) ?((?:[东西南北中左右](?:边|面|侧|首|间)?)的?(?:户|室|那户|那家|那一户))"));

    /** What may follow the number of a flat that is repeated without a word. */
    static final String REPEATED_END = "(?: ?(?:室|号房|号))?(?!-| ?[户家条件])" + NO_ROOM;

    static {
        AFTER_A_NAME = Pattern.compile("^[ (]?(" + LIKE_A_ROOM + "室?)(?! ?[户家条])" + NO_ROOM);
        BEFORE_A_NAME = Pattern.compile("(?<![0-9A-Za-z.-])(" + LIKE_A_ROOM + "室?)[ (]?$");
    }

    private RoomWritings() {}
}
