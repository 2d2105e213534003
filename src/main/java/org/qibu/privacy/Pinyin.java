package org.qibu.privacy;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a name in Chinese signs is written in Latin letters: fansanyuan and sanyuanfan of 范三元, without tones or blanks. */
final class Pinyin {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2,4}");
    private static final int LONGEST = 8;
    private static final Pattern UMLAUT = Pattern.compile("[üǖǘǚǜ]");
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z]");

    /** Signs read otherwise as a surname, or in more than one way. */
    private static final Map<String, List<String>> AS_SURNAME = Map.of(
            "区", List.of("ou"),
            "朴", List.of("piao", "pu"),
            "覃", List.of("qin", "tan"),
            "乐", List.of("yue", "le"),
            "盖", List.of("ge", "gai"),
            "曾", List.of("zeng"),
            "翟", List.of("zhai", "di"),
            "柏", List.of("bai", "bo"));

    private static final Map<Integer, List<String>> READINGS = new ConcurrentHashMap<>();

    private Pinyin() {}

    /** The writings of a name of two to four Chinese signs, in the order of China and of other countries; of others none. */
    static List<String> of(String name, String surname) {
        if (name.length() > LONGEST
                || surname.length() >= name.length()
                || !HAN.matcher(name).matches()) {
            return List.of();
        }
        var given = read(name, surname.length());
        var writings = new ArrayList<String>();
        for (var first : AS_SURNAME.getOrDefault(surname, read(surname, 0))) {
            for (var second : given) {
                writings.add(first + second);
                writings.add(second + first);
            }
        }
        return writings;
    }

    /** How the signs from an index on are read, ü written in each of its ways. */
    private static List<String> read(String signs, int from) {
        var read = List.of("");
        for (int at = from, sign; at < signs.length(); at += Character.charCount(sign)) {
            sign = signs.codePointAt(at);
            var next = READINGS.computeIfAbsent(sign, Pinyin::readings);
            read = next.size() == 1 && read.size() == 1
                    ? List.of(read.get(0) + next.get(0))
                    : read.stream()
                            .flatMap(start -> next.stream().map(start::concat))
                            .toList();
        }
        return read;
    }

    private static List<String> readings(int sign) {
        var said = Reader.NAMES.transliterate(Character.toString(sign));
        return (UMLAUT.matcher(said).find() ? Stream.of("u", "v") : Stream.of("u"))
                .map(letter -> UMLAUT.matcher(said).replaceAll(letter))
                .map(Reader.ASCII::transliterate)
                .map(text -> NO_LETTER.matcher(text).replaceAll(""))
                .toList();
    }

    /** How the surnames that most people bear are written. */
    static Set<String> surnames() {
        return Often.SURNAMES;
    }

    /** Made when it is first asked for. */
    private static final class Often {
        private static final Set<String> SURNAMES = NamesAmongWords.SURNAMES
                .chars()
                .mapToObj(sign -> AS_SURNAME.getOrDefault(Character.toString(sign), readings(sign)))
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Made when the first name is read. */
    private static final class Reader {
        private static final Transliterator NAMES = Transliterator.getInstance("Han-Latin/Names");
        private static final Transliterator ASCII = Transliterator.getInstance("Latin-ASCII");
    }
}
