package org.qibu.matter;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qibu.community.Persons;
import org.qibu.matter.Followers.Follower;
import org.springframework.stereotype.Component;

/** Takes out of a text what must not be published: names, numbers and addresses of people (个人信息保护法 art. 25). */
@Component
public class Masking {

    private static final String GONE = "＊＊＊";
    private static final String STARS = "***";
    private static final String NUMBER = "[0-9０-９一二三四五六七八九十]+";
    private static final String DOTS = "[·•・‧．]";

    private static final Set<String> NO_NAMES =
            Set.of("居民", "业主", "住户", "村民", "群众", "匿名", "佚名", "网友", "网格员", "楼道长", "热心居民");
    private static final String BODIES = ".*(公司|委员会|居委会|村委会|中心|服务站|合作社|学校|医院|单位|物业|社区|街道)";

    private static final Pattern CONTACT =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}[@＠][A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,4}"
                    + "|(?<![0-9])[0-9]{17}[0-9Xx](?![0-9])" // identity number
                    + "|(?<![0-9])(?:\\+?86[- ]?)?1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}(?![0-9])" // mobile telephone
                    + "|(?<![0-9])0[0-9]{2,3}[- ]?[0-9]{7,8}(?![0-9])"); // telephone with area code
    private static final Pattern NAMED_NUMBER =
            Pattern.compile("(电话|手机|微信号?|QQ号?|身份证号?)(码|是|为)?[：: ]*[A-Za-z0-9_-]{5,}");

    private static final Pattern BODY = Pattern.compile(BODIES);
    private static final Pattern DOT = Pattern.compile(DOTS);
    private static final Pattern LONG_SURNAME = Pattern.compile("(欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯).+");

    private static final String BUILDING = "(" + NUMBER + " ?(?:幢|栋|座|号楼))";
    private static final String UNIT = "(" + NUMBER + " ?单元)";
    /** How rooms are written, and what is left of them. */
    private static final Map<Pattern, String> ROOMS = rooms();

    private final Persons persons;
    private final Followers followers;

    Masking(Persons persons, Followers followers) {
        this.persons = persons;
        this.followers = followers;
    }

    /** The text as it may be published with this matter; {@code others} are further names to hide. */
    public String mask(Matter matter, String text, String... others) {
        Set<String> names = new HashSet<>(persons.namesIn(matter.communityCode(), text));
        names.add(matter.proposerName());
        followers.of(matter.matterNo()).forEach(follower -> names.add(follower.name()));
        names.addAll(Set.of(others));
        return hide(text, names);
    }

    /** The titles of many matters as they may be published, by number; a community's names are asked for once. */
    public Map<String, String> titles(Collection<Matter> matters) {
        var known = new HashMap<String, Map<String, String>>();
        var following = followers.of(matters.stream().map(Matter::matterNo).toList()).stream()
                .collect(Collectors.groupingBy(
                        Follower::matterNo, Collectors.mapping(Follower::name, Collectors.toSet())));
        var titles = new HashMap<String, String>();
        for (var matter : matters) {
            var names = new HashSet<>(following.getOrDefault(matter.matterNo(), Set.of()));
            names.add(matter.proposerName());
            known.computeIfAbsent(matter.communityCode(), this::firstParts).forEach((name, first) -> {
                if (matter.title().contains(first)) {
                    names.add(name);
                }
            });
            titles.put(matter.matterNo(), hide(matter.title(), names));
        }
        return titles;
    }

    /** The first part of each name in a community, by the name. */
    private Map<String, String> firstParts(String communityCode) {
        return persons.names(communityCode).stream()
                .collect(Collectors.toMap(name -> name, name -> DOT.split(name, 2)[0]));
    }

    /** The text with telephone, identity and mail numbers starred out; nothing where there is no text. */
    public static String numbers(String text) {
        return text == null ? "" : withoutContacts(text, STARS);
    }

    /** The text without contact data, rooms and these names. */
    static String hide(String text, Collection<String> names) {
        var hidden = withoutRooms(withoutContacts(text, GONE));
        var longestFirst = names.stream()
                .filter(Objects::nonNull)
                .flatMap(Masking::forms)
                .filter(Masking::isName)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (var name : longestFirst) {
            hidden = pattern(name).matcher(hidden).replaceAll(Matcher.quoteReplacement(maskedName(name)));
        }
        return hidden;
    }

    /** A name and, where it is one of several parts such as 买买提·吐尔逊, the part people are called by. */
    private static Stream<String> forms(String name) {
        return Stream.of(name.strip(), DOT.split(name.strip())[0]).map(String::strip);
    }

    private static boolean isName(String name) {
        return name.codePointCount(0, name.length()) > 1
                && !NO_NAMES.contains(name)
                && !BODY.matcher(name).matches();
    }

    /** Finds a name whichever of the look-alike middle dots was typed. */
    private static Pattern pattern(String name) {
        return Pattern.compile(Stream.of(name.split(DOTS))
                .map(Pattern::quote)
                .reduce((one, other) -> one + DOTS + other)
                .orElse(Pattern.quote(name)));
    }

    /** A name as it may be published; names of bodies and words such as 居民 stay. */
    public static String name(String name) {
        return isName(name) ? maskedName(name) : name;
    }

    /** 王建国 becomes 王某某, a name in letters keeps its first one. */
    static String maskedName(String name) {
        var first = name.substring(0, name.offsetByCodePoints(0, 1));
        return Character.isIdeographic(first.codePointAt(0)) ? surname(name, first) + "某某" : first + "**";
    }

    private static String surname(String name, String first) {
        return LONG_SURNAME.matcher(name).matches() ? name.substring(0, 2) : first;
    }

    private static String withoutContacts(String text, String gone) {
        var numbers = CONTACT.matcher(text).replaceAll(gone);
        return NAMED_NUMBER.matcher(numbers).replaceAll("$1" + gone);
    }

    private static Map<Pattern, String> rooms() {
        var rooms = new LinkedHashMap<Pattern, String>();
        rooms.put(Pattern.compile(BUILDING + " ?" + UNIT + " ?第?[0-9０-９]{1,4}(室|号|户)?"), "$1$2某室");
        rooms.put(Pattern.compile(BUILDING + " ?第?[0-9０-９]{3,4}(室|号|户)?"), "$1某室");
        rooms.put(Pattern.compile(UNIT + " ?第?[0-9０-９]{3,4}(室|号|户)?"), "$1某室");
        rooms.put(Pattern.compile("[0-9０-９]{3,4} ?室"), "某室");
        rooms.put(Pattern.compile("(?<![0-9-])([0-9]{1,3})[-－]([0-9]{1,2})[-－][0-9]{3,4}(?![0-9-])"), "$1-$2-某室");
        return rooms;
    }

    private static String withoutRooms(String text) {
        var hidden = text;
        for (var room : ROOMS.entrySet()) {
            hidden = room.getKey().matcher(hidden).replaceAll(room.getValue());
        }
        return hidden;
    }
}
