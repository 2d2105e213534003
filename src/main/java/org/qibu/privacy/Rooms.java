package org.qibu.privacy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds the numbers of flats. Which building and staircase it is stays readable, as does the room of a public place such as
 * 社区议事厅201室.
 */
final class Rooms {

    /** What stands in the place of a flat. */
    static final String SOME = "某室";

    private static final String NO = "(?:[A-Z]?[0-9十百]{1,4}|[A-Z甲乙丙丁东西南北])";
    private static final String BUILDING = "(?<![0-9])" + NO + " ?(?:幢|栋|座|弄|号楼|#楼?)";
    private static final String UNIT = "(?<![0-9])" + NO + " ?(?:单元|门洞?(?![口卫前外])|梯(?!队))";
    private static final String FLOOR = "(?:[0-9十]{1,3} ?(?:楼|层) ?)?";
    private static final String ROOM = "[A-Z]?[0-9]{3,4}[A-Z]?";

    /** A number such as flats have: a storey and one of at most nineteen flats on it. */
    private static final String LIKE_A_ROOM = "(?:[1-9]|[12][0-9]|3[0-9])(?:0[1-9]|1[0-9])";

    private static final String SPOKEN_ROOM = "(?:[0-9]千)?[0-9]百[0-9十]{0,3}";
    private static final String NAMED = "(?: ?(?:号房|室|号|(?<!(?:00|[2-9][0-9]) ?)户|房(?![屋子产价租型管东])))";
    private static final String NO_ROOM =
            "(?![0-9]|[.][0-9]|(?<=00|[2-9][0-9]) ?户| ?(?:年|月|日|元|万|人|名|位|个|米|平|次|天|小时|分钟|度|块|吨|斤|公里|千|路|岁|%|㎡|m|kg|幢|栋|多|余|号楼|[楼层](?![上下道梯])))";
    private static final String AND =
            "(?: ?(?:[、,，;/&-]|以及|[和及与或至到]) ?| (?=" + LIKE_A_ROOM + "(?![0-9.]| ?[户家人票元]|年)))";
    private static final String MORE = "(?:" + AND + "(?:" + UNIT + " ?)?" + ROOM + NAMED + "?" + NO_ROOM + ")*+";
    private static final String GAP = "[ ,、-]{0,2}";

    /**
     * A way in which a flat is written.
     *
     * @param needs signs of which one stands in every text that holds it
     */
    private record Writing(String needs, Pattern pattern) {

        boolean isPossible(String text) {
            return text.chars().anyMatch(sign -> needs.indexOf(sign) >= 0);
        }
    }

    private static final List<Writing> ROOMS = List.of(
            new Writing(
                    "元门梯",
                    Pattern.compile(BUILDING + GAP + UNIT + "(" + GAP + FLOOR + "第?(?:[A-Z]?[0-9]{1,4}[A-Z]?" + NAMED
                            + "?" + NO_ROOM + MORE + "|" + SPOKEN_ROOM + "(?:" + NAMED + "|(?![0-9十百户人元]))))")),
            new Writing(
                    "幢栋座弄楼#",
                    Pattern.compile(BUILDING + "([ -]{0,2}(?:" + NO + " ?- ?)?" + FLOOR + "第?(?:" + ROOM + NAMED + "?"
                            + NO_ROOM + MORE + "|" + SPOKEN_ROOM + " ?(?:室|号房|号|房)))")),
            new Writing(
                    "元门梯",
                    Pattern.compile(UNIT + "(" + GAP + FLOOR + "第?(?:" + ROOM + NAMED + "?" + NO_ROOM + MORE + "|"
                            + SPOKEN_ROOM + " ?(?:室|号房|号|房)))")),
            new Writing(
                    "室房",
                    Pattern.compile("(?<![0-9A-Z.-])((?:" + ROOM + " ?室?" + AND + ")*(?:" + ROOM + "|" + SPOKEN_ROOM
                            + ") ?(?:室|号房|房间?(?![屋子产价租型管源东地])))")),
            new Writing(
                    "-/.·_",
                    Pattern.compile(
                            "(?<![0-9-])[0-9]{1,3} ?[-/.·_] ?[0-9]{1,2} ?[-/.·_] ?([0-9]{3,4}(?: ?[室号户])?)(?![0-9-]| ?年)")),
            new Writing(
                    "-",
                    Pattern.compile("(?<![0-9-])[0-9]{1,2} ?- ?([0-9]{3,4}(?: ?(?:室|号房)"
                            + "|(?=业主|住户|家|漏|渗|楼上|楼下|门口|的(?:业主|住户|邻居|阿姨))))")),
            new Writing(
                    "-",
                    Pattern.compile(
                            "(?:(?<=^|[\\s,、;:!?(。我是住在家到和与跟给被的])(?<![A-Za-z] |(?:[第号票围图表格至条]) ?))[0-9]{1,2} ?- ?("
                                    + LIKE_A_ROOM
                                    + ")(?=$|[\\s,、;:!?)。]|[家漏渗住的在楼门说是和与把]|业主|住户|邻居|阿姨|大爷|大妈|老人)(?! ?(?:年|月|日|元|万|人|名|个|米|平|次|票|页|号文|至))")),
            new Writing(
                    "0123456789",
                    Pattern.compile(
                            "(?<![0-9A-Za-z.-])(" + LIKE_A_ROOM + ")(?=的?(?:住户|业主|邻居|户主|租客|租户|房东|阿姨|大爷|大妈|大伯|老人|那户|那家)"
                                    + "|家(?:里|的|门|漏|养|装|阳|在|把)|[漏渗](?!水点|漏点)|楼[上下]|对门|隔壁)")),
            new Writing(
                    "mMtT.#",
                    Pattern.compile(
                            "(?i)(?<!meeting |conference )(?<![a-z0-9])(?:room|rm\\.?|flat|apt\\.?|apartment)(?: ?no\\.?)? ?#?("
                                    + "[a-z]?[0-9]{3,4}[a-z]?)(?![0-9a-z])")),
            new Writing("#", Pattern.compile("(?<![0-9A-Za-z号])#(" + LIKE_A_ROOM + ")(?![0-9A-Za-z])")),
            new Writing(
                    "到响及上下壁门面住搬租居主户东客号",
                    Pattern.compile("(?:漏水?到|渗水?到|滴到|流到|影响到?|殃及|波及|楼上|楼下|隔壁|对门|对面|住在?|搬[到进]|租[住在]|邻居|业主|住户|户主|房东|租客"
                            + "|房号|门牌号?|室号)[是为:：的 ]{0,2}(" + ROOM + "(?: ?(?:室|号房|号))?)(?!-| ?[户家条件])" + NO_ROOM)),
            new Writing(
                    "楼层",
                    Pattern.compile(
                            "(?<![0-9十])(?:[0-9十]{1,3} ?(?:楼|层)|[顶底][楼层]) ?([东西南北中左右](?:边|面|侧|首)?的?(?:户|室|那户|那家|那一户))")));

    /** Where the sheet is of a date, not of a home: 24.12.2026. */
    private static final Pattern DATE = Pattern.compile("[0-9]{1,2} ?[./] ?[0-9]{1,2} ?[./] ?(?:19|20)[0-9]{2}");

    private static final Pattern PUBLIC_PLACE = Pattern.compile(
            ".*(?:议事厅|会议室|会议中心|活动室|活动中心|服务中心|服务站|服务厅|居委会|村委会|委员会|办公室|办公楼|办事处|邻里中心|邻里坊|文化家园|文化礼堂|礼堂"
                    + "|图书馆|阅览室|调解室|接待室|值班室|警务室|党群中心|综治中心|小学|中学|学校|医院|大厦|行政中心|多功能厅)(?:[0-9A-Z十一二三四五六七八九]{1,3}[楼层])?",
            Pattern.DOTALL);
    private static final Pattern PUBLIC_ROOM =
            Pattern.compile("^ ?(?:号|室)? ?(?:议事厅|会议室|活动室|活动中心|办公室|阅览室|图书室|调解室|接待室|值班室|警务室|教室|多功能厅|服务大厅|培训室)");
    private static final Pattern DIGITS = Pattern.compile("(?<![0-9])[0-9]{3,4}(?![0-9])");
    private static final int LONGEST_PLACE = 40;

    private Rooms() {}

    /** Every flat in a text folded by {@link FoldedText#numbers}, also where its number is repeated without a word. */
    static List<Span> in(FoldedText folded) {
        var text = folded.toString();
        var found = new ArrayList<Span>();
        var known = new HashSet<String>();
        for (var writing : ROOMS) {
            if (!writing.isPossible(text)) {
                continue;
            }
            writing.pattern()
                    .matcher(text)
                    .results()
                    .filter(hit -> isHome(text, hit))
                    .forEach(hit -> {
                        var start = firstOf(text, hit.start(1), hit.end(1));
                        found.add(span(folded, start, hit.end(1)));
                        DIGITS.matcher(hit.group(1)).results().forEach(number -> known.add(number.group()));
                    });
        }
        found.addAll(repeated(folded, known));
        return found;
    }

    private static boolean isHome(String text, MatchResult hit) {
        return !DATE.matcher(hit.group()).matches()
                && !PUBLIC_ROOM.matcher(text.substring(hit.end())).find()
                && !(hit.start() == hit.start(1) && isPublic(text, hit.start()));
    }

    /** Whether a public place is named right before. */
    private static boolean isPublic(String text, int at) {
        var before = text.substring(Math.max(0, at - LONGEST_PLACE), at).replace(" ", "");
        return PUBLIC_PLACE.matcher(before).matches();
    }

    /** A blank before the number stays, a hyphen or comma goes with it. */
    private static int firstOf(String text, int start, int end) {
        int first = start;
        while (first < end && text.charAt(first) == ' ') {
            first++;
        }
        return first;
    }

    private static List<Span> repeated(FoldedText folded, Set<String> known) {
        var found = new ArrayList<Span>();
        for (var number : known) {
            Pattern.compile("(?<![0-9A-Z.-])" + number + "(?: ?(?:室|号房|号))?(?!-| ?[户家条件])" + NO_ROOM)
                    .matcher(folded.toString())
                    .results()
                    .filter(hit -> !isPublic(folded.toString(), hit.start()))
                    .forEach(hit -> found.add(span(folded, hit.start(), hit.end())));
        }
        return found;
    }

    private static Span span(FoldedText folded, int start, int end) {
        return new Span(folded.start(start), folded.end(end), SOME, Finding.Kind.ROOM);
    }
}
