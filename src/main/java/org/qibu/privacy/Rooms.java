package org.qibu.privacy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds the numbers of flats ({@link RoomWritings}). Which building and staircase it is stays readable, as do the room of a
 * public place such as 社区议事厅201室 and a number that counts households.
 */
final class Rooms {

    /** What stands in the place of a flat. */
    static final String SOME = "某室";

    /** Where the sheet is of a date, not of a home: 24.12.2026. */
    private static final Pattern DATE = Pattern.compile("[0-9]{1,2} ?[./] ?[0-9]{1,2} ?[./] ?(?:19|20)[0-9]{2}");

    private static final Pattern PUBLIC_PLACE = Pattern.compile(
            ".*(?:议事厅|会议室|会议中心|活动室|活动中心|服务中心|服务站|服务厅|居委会|村委会|委员会|办公室|办公楼|办事处|邻里中心|邻里坊|文化家园|文化礼堂|礼堂"
                    + "|图书馆|阅览室|调解室|接待室|值班室|警务室|党群中心|综治中心|小学|中学|学校|医院|大厦|行政中心|多功能厅)(?:[0-9A-Z十一二三四五六七八九]{1,3}[楼层])?",
            Pattern.DOTALL);
    private static final Pattern PUBLIC_ROOM =
            Pattern.compile("^ ?(?:号|室)? ?(?:议事厅|会议室|活动室|活动中心|办公室|阅览室|图书室|调解室|接待室|值班室|警务室|教室|多功能厅|服务大厅|培训室)");

    /** Words with which households are counted, before a number and after it. */
    private static final Pattern COUNTED = Pattern.compile(
            "(?:应到|实到|到会|共|涉及|影响(?!到)|合计|总计|总数|全体|全楼|全幢|约|近|超过?|邀请|到场|参加|发放|走访|受益|覆盖|惠及|征求)[^。;\\n]{0,14}$");

    private static final Pattern COUNTED_ON =
            Pattern.compile("^ ?(?:[,、;)]|其中)? ?(?:其中|同意|反对|弃权|赞成|实到|到会|户数|居民|租户|商户|住户|人数)[^0-9\\n]{0,3}[0-9]");

    private static final Pattern THREE_DIGITS = Pattern.compile("[0-9]{3}");
    private static final Pattern DIGITS = Pattern.compile("(?<![0-9])[0-9]{3,4}(?![0-9])");
    private static final int LONGEST_PLACE = 40;
    private static final int NEAR = 24;
    private static final int BESIDE = 10;

    private Rooms() {}

    /** Every flat in a text folded by {@link FoldedText#numbers}, also where its number is repeated without a word. */
    static List<Span> in(FoldedText folded) {
        var text = NobodysNumbers.blanked(folded.toString());
        var found = new ArrayList<Span>();
        var known = new HashSet<String>();
        var hasDigits = THREE_DIGITS.matcher(text).find();
        for (var writing : RoomWritings.ALL) {
            if (!writing.isPossible(text, hasDigits)) {
                continue;
            }
            writing.pattern()
                    .matcher(text)
                    .results()
                    .filter(hit -> isHome(text, hit) && !(writing.counts() && isCount(text, hit)))
                    .forEach(hit -> {
                        var group = hit.start(1) < 0 ? 2 : 1;
                        var start = firstOf(text, hit.start(group), hit.end(group));
                        found.add(span(folded, start, hit.end(group)));
                        DIGITS.matcher(hit.group(group)).results().forEach(number -> known.add(number.group()));
                    });
        }
        found.addAll(repeated(folded, text, known));
        return found;
    }

    private static boolean isHome(String text, MatchResult hit) {
        return !DATE.matcher(hit.group()).matches()
                && !PUBLIC_ROOM.matcher(text.substring(hit.end())).find()
                && !isPublic(text, hit.start(1) < 0 ? hit.start(2) : hit.start(1));
    }

    private static boolean isCount(String text, MatchResult hit) {
        return COUNTED.matcher(text.substring(Math.max(0, hit.start() - NEAR), hit.start()))
                        .find()
                || COUNTED_ON
                        .matcher(text.substring(hit.end(), Math.min(text.length(), hit.end() + NEAR)))
                        .find();
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

    private static List<Span> repeated(FoldedText folded, String text, Set<String> known) {
        var found = new ArrayList<Span>();
        for (var number : known) {
            Pattern.compile("(?<![0-9A-Z.-])" + number + RoomWritings.REPEATED_END)
                    .matcher(text)
                    .results()
                    .filter(hit -> !isPublic(text, hit.start()))
                    .forEach(hit -> found.add(span(folded, hit.start(), hit.end())));
        }
        return found;
    }

    /** The numbers of flats that stand right beside one of these names. */
    static List<Span> beside(List<Span> names, String text) {
        var found = new ArrayList<Span>();
        for (var name : names) {
            var after =
                    FoldedText.plainNumbers(text.substring(name.end(), Math.min(text.length(), name.end() + BESIDE)));
            RoomWritings.AFTER_A_NAME
                    .matcher(after.toString())
                    .results()
                    .forEach(hit ->
                            found.add(span(after, hit.start(1), hit.end(1)).moved(name.end())));
            var from = Math.max(0, name.start() - BESIDE);
            var before = FoldedText.plainNumbers(text.substring(from, name.start()));
            RoomWritings.BEFORE_A_NAME
                    .matcher(before.toString())
                    .results()
                    .forEach(hit ->
                            found.add(span(before, hit.start(1), hit.end(1)).moved(from)));
        }
        return found;
    }

    private static Span span(FoldedText folded, int start, int end) {
        return new Span(folded.start(start), folded.end(end), SOME, Finding.Kind.ROOM);
    }
}
