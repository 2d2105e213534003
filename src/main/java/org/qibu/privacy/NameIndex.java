package org.qibu.privacy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Many names, found in a text in one pass whatever their number: at each sign only pieces as long as some name that begins
 * with it are looked up. A name that is an everyday word as well, such as 高峰, and the given name alone, such as 三元, are
 * found only where a person is spoken of ({@link SpokenOf}).
 */
final class NameIndex {

    private static final Pattern DOT = Pattern.compile("[·•・‧∙⋅．●]");
    private static final Set<String> NO_NAMES =
            Set.of("居民", "业主", "住户", "村民", "群众", "匿名", "佚名", "网友", "网格员", "楼道长", "热心居民", "开发商");
    private static final Pattern BODY = Pattern.compile(".*(公司|委员会|居委会|村委会|中心|服务站|合作社|学校|医院|单位|物业|社区|街道|[0-9*＊]|某).*");
    private static final String GIVEN_INSTEAD = "某某";
    private static final Pattern LONG_SURNAME = Pattern.compile("(" + Surnames.COMPOUND + ").+");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
    private static final Pattern LATIN_PART = Pattern.compile("\\p{Lu}[\\p{IsLatin}']{3,}");
    private static final int LONG_IN_LETTERS = 8;
    private static final Pattern IN_PARTS = Pattern.compile("\\P{L}|(?<=\\p{Ll})\\p{Lu}");
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
    private static final Pattern TONED = Pattern.compile("[\\u0300\\u0301\\u0304\\u030C]");
    private static final Pattern BETWEEN_PARTS = Pattern.compile("[\\s·•・‧∙⋅．●-]+");

    /** How surely what is called so is a person. */
    private enum Use {
        /** nothing else is called so */
        NAME,
        /** a name of three or four Chinese signs in Latin letters */
        LATIN,
        /** the same of two signs, where many are a town or a word as well */
        SHORT_LATIN,
        /** a part of a name in letters; it begins with a capital one */
        PART,
        /** a word as well, or the given name of somebody whom the text concerns */
        WORD,
        /** the given name of somebody in the community */
        GIVEN
    }

    private record Entry(String instead, Use use) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<Character, BitSet> lengths = new HashMap<>();

    /** Names of those who live here: somebody's given name is looked for only where nobody but a person can be meant. */
    NameIndex(Collection<String> names) {
        this(names, Use.GIVEN);
    }

    private NameIndex(Collection<String> names, Use given) {
        var shared = new HashMap<String, String>();
        names.stream().filter(Objects::nonNull).map(String::strip).forEach(name -> {
            forms(name)
                    .filter(NameIndex::isName)
                    .forEach(form -> add(
                            form,
                            shared.computeIfAbsent(masked(form), same -> same),
                            LikelyNames.isWord(form) ? Use.WORD : Use.NAME));
            if (isName(name)) {
                parts(name).forEach(part -> add(part, shared.computeIfAbsent(masked(part), same -> same), Use.PART));
                given(name).forEach(part -> add(part, GIVEN_INSTEAD, given));
                latin(name)
                        .forEach(written -> put(
                                written,
                                shared.computeIfAbsent(masked(capital(written)), same -> same),
                                name.length() > 2 ? Use.LATIN : Use.SHORT_LATIN));
            }
        });
    }

    /** Names of those whom a text concerns. */
    static NameIndex ofConcerned(Collection<String> names) {
        return new NameIndex(names, Use.WORD);
    }

    private void add(String name, String instead, Use use) {
        put(FoldedText.key(name), instead, use);
    }

    private void put(String key, String instead, Use use) {
        if (!key.isEmpty() && key.codePointCount(0, key.length()) > 1) {
            entries.merge(
                    key, new Entry(instead, use), (one, other) -> one.use().compareTo(other.use()) <= 0 ? one : other);
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
                var instead = Objects.requireNonNull(entries.get(searched.substring(at, at + length)))
                        .instead();
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
            var entry = entries.get(searched.substring(at, at + length));
            int start = folded.start(at);
            int end = folded.end(at + length);
            if (entry != null && standsAlone(text, start, end) && isSpokenOf(entry.use(), text, start, end)) {
                return length;
            }
        }
        return 0;
    }

    private static boolean isSpokenOf(Use use, String text, int start, int end) {
        return switch (use) {
            case NAME -> !DIGIT.matcher(text.substring(start, end)).find() || text.codePointCount(start, end) > 2;
            case LATIN -> isCapital(text, start) || end - start >= LONG_IN_LETTERS;
            case SHORT_LATIN -> (isCapital(text, start) || isToned(text, start, end)) && isParted(text, start, end);
            case PART -> isCapital(text, start);
            case WORD -> SpokenOf.asPerson(text, start, end);
            case GIVEN -> SpokenOf.byTitle(text, start, end);
        };
    }

    private static boolean isCapital(String text, int index) {
        return Character.isUpperCase(text.codePointAt(index));
    }

    /** Whether letters bear the signs of Chinese tones, as no other words do here. */
    private static boolean isToned(String text, int start, int end) {
        return TONED.matcher(Normalizer.normalize(text.substring(start, end), Normalizer.Form.NFD))
                .find();
    }

    /** Whether a name in letters stands there in its parts: Li Na, not lina. */
    private static boolean isParted(String text, int start, int end) {
        return IN_PARTS.matcher(text.substring(start, end)).find();
    }

    private static String capital(String letters) {
        return letters.substring(0, 1).toUpperCase(Locale.ROOT) + letters.substring(1);
    }

    private static List<String> latin(String name) {
        return Pinyin.of(name, surname(name, name.substring(0, name.offsetByCodePoints(0, 1))));
    }

    /** Whether a name in Latin letters is not a part of a longer word. */
    private static boolean standsAlone(String text, int start, int end) {
        return !(isLatin(text, start) && start > 0 && isLatin(text, start - 1))
                && !(isLatin(text, end - 1) && end < text.length() && isLatin(text, end));
    }

    private static boolean isLatin(String text, int index) {
        var sign = text.charAt(index);
        return Character.isLetter(sign) && (sign < 0x250 || sign > 0xFF20 && sign < 0xFF5B);
    }

    /** A name and, where it is one of several parts such as 买买提·吐尔逊, each of them. */
    private static Stream<String> forms(String name) {
        return Stream.concat(Stream.of(name), Stream.of(DOT.split(name))).map(String::strip);
    }

    /** The parts of a name in letters by which somebody may be called, short ones left out. */
    private static Stream<String> parts(String name) {
        return Stream.of(BETWEEN_PARTS.split(name))
                .filter(part -> LATIN_PART.matcher(part).matches());
    }

    /** What somebody is called without the surname, where it has at least two signs and is no everyday word. */
    private static Stream<String> given(String name) {
        var first = name.substring(0, name.offsetByCodePoints(0, 1));
        var given = name.substring(surname(name, first).length());
        return HAN.matcher(name).matches() && given.codePointCount(0, given.length()) == 2 && !LikelyNames.isWord(given)
                ? Stream.of(given)
                : Stream.empty();
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
