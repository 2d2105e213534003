package org.qibu.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Many names, found in a text in one pass whatever their number: at each sign only pieces as long as some name that begins
 * with it are looked up.
 */
final class NameIndex {

    private static final Pattern DOT = Pattern.compile("[·•・‧∙⋅．●]");
    private static final Set<String> NO_NAMES =
            Set.of("居民", "业主", "住户", "村民", "群众", "匿名", "佚名", "网友", "网格员", "楼道长", "热心居民", "开发商");
    private static final Pattern BODY = Pattern.compile(".*(公司|委员会|居委会|村委会|中心|服务站|合作社|学校|医院|单位|物业|社区|街道|[0-9*＊]|某).*");
    private static final Pattern LONG_SURNAME = Pattern.compile("(" + Surnames.COMPOUND + ").+");

    private final Map<String, String> masked = new HashMap<>();
    private final Map<Character, BitSet> lengths = new HashMap<>();

    NameIndex(Collection<String> names) {
        var shared = new HashMap<String, String>();
        names.stream()
                .filter(Objects::nonNull)
                .flatMap(NameIndex::forms)
                .filter(NameIndex::isName)
                .forEach(name -> add(FoldedText.key(name), shared.computeIfAbsent(masked(name), same -> same)));
    }

    private void add(String key, String instead) {
        if (key.codePointCount(0, key.length()) > 1) {
            masked.putIfAbsent(key, instead);
            lengths.computeIfAbsent(key.charAt(0), first -> new BitSet()).set(key.length());
        }
    }

    /** Every name that stands in the text; where two begin at one sign, the longer. */
    List<Span> in(String text, FoldedText folded) {
        var found = new ArrayList<Span>();
        var searched = folded.toString();
        for (int at = 0; at < searched.length(); at++) {
            int length = longest(searched, at, text, folded);
            if (length > 0) {
                var instead = masked.get(searched.substring(at, at + length));
                found.add(new Span(folded.start(at), folded.end(at + length), instead, Finding.Kind.NAME));
                at += length - 1;
            }
        }
        return found;
    }

    private int longest(String searched, int at, String text, FoldedText folded) {
        var possible = lengths.get(searched.charAt(at));
        if (possible == null) {
            return 0;
        }
        int rest = searched.length() - at;
        for (int length = possible.previousSetBit(rest); length > 0; length = possible.previousSetBit(length - 1)) {
            if (masked.containsKey(searched.substring(at, at + length))
                    && standsAlone(text, folded.start(at), folded.end(at + length))) {
                return length;
            }
        }
        return 0;
    }

    /** Whether a name in Latin letters is not a part of a longer word. */
    private static boolean standsAlone(String text, int start, int end) {
        return !(isLatin(text, start) && start > 0 && isLatin(text, start - 1))
                && !(isLatin(text, end - 1) && end < text.length() && isLatin(text, end));
    }

    private static boolean isLatin(String text, int index) {
        return Character.isLetter(text.charAt(index)) && text.charAt(index) < 0x250;
    }

    /** A name and, where it is one of several parts such as 买买提·吐尔逊, the part people are called by. */
    private static Stream<String> forms(String name) {
        return Stream.of(name.strip(), DOT.split(name.strip())[0]).map(String::strip);
    }

    /** Whether it is what a person is called, not a word such as 居民 nor the name of a body. */
    static boolean isName(String name) {
        return name.codePointCount(0, name.length()) > 1
                && !NO_NAMES.contains(name)
                && !BODY.matcher(name).matches();
    }

    /** 王建国 becomes 王某某, a name in letters keeps its first one. */
    static String masked(String name) {
        var first = name.substring(0, name.offsetByCodePoints(0, 1));
        return Character.isIdeographic(first.codePointAt(0)) ? surname(name, first) + "某某" : first + "**";
    }

    private static String surname(String name, String first) {
        return LONG_SURNAME.matcher(name).matches() ? name.substring(0, 2) : first;
    }
}
