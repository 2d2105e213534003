package org.qibu.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number, a name or a place as it is compared; the text itself stays beside it as what people are shown. Two writings
 * that a reader takes for the same have the same key: full and half width, capitals and small letters, every dash,
 * hyphen and minus sign, every middle dot, Cyrillic and Greek letters that look like Latin ones; blanks and signs that
 * do not show do not count. What a reader tells apart stays apart: 1-2-301 and 12-301, O and 0, 范三元 and 范三圆.
 *
 * <p>The database function {@code comparison_key(text)} does the same; a test holds the two together.
 *
 * @param value for comparing, nobody is shown it; empty where nothing stands that shows
 */
public record ComparisonKey(String value) {

    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2E3A\u2E3B\u2E40\uFE31\uFE32\uFE58"
            + "\uFE63\uFF0D\u058A\u05BE\u1400\u1806\u02D7\u2043\u2212\u2500\u2501\u2796\u30FC\uFF70\u207B\u208B";
    private static final String DOTS =
            ".\u0387\u2022\u2024\u2027\u2218\u2219\u22C5\u25CF\u2E31\u2E33\u30FB\uFF65\uFF0E\u318D\u119E\uA78F\u16EB";
    private static final String APOSTROPHES = "\u2018\u2019\u02BC\u2032\uFF07\u0060\u00B4";
    private static final String LOOK_LIKE_LATIN = "АВЕКМНОРСТУХЅІЈаеорсухѕіјΑΒΕΖΗΙΚΜΝΟΡΤΥΧον";
    private static final String LATIN = "ABEKMHOPCTYXSIJaeopcyxsijABEZHIKMNOPTYXov";
    private static final String FROM = DASHES + DOTS + APOSTROPHES + LOOK_LIKE_LATIN;
    private static final String TO =
            "-".repeat(DASHES.length()) + "·".repeat(DOTS.length()) + "'".repeat(APOSTROPHES.length()) + LATIN;

    private static final Pattern BLANK = Pattern.compile("[\\p{Z}\\p{Cc}\\p{Cf}\\x{034F}\\x{115F}\\x{1160}\\x{2800}"
            + "\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FFA0}\\x{E0100}-\\x{E01EF}]+");
    private static final Pattern BLANKS_BETWEEN_WORDS = Pattern.compile("[\\p{Z}\\p{Cc}]+");
    private static final Pattern LONG_DASH = Pattern.compile("-{2,}");

    /** The key of a text; null counts as empty. */
    public static ComparisonKey of(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return new ComparisonKey("");
        }
        var alike = alike(Normalizer.normalize(alike(text), Normalizer.Form.NFKC));
        var seen = BLANK.matcher(alike.toLowerCase(Locale.ROOT)).replaceAll("");
        return new ComparisonKey(LONG_DASH.matcher(seen).replaceAll("-"));
    }

    /** The keys of the words of what somebody looks for, such as 楼道 and 杂物; whatever holds all of them is meant. */
    public static List<ComparisonKey> words(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(BLANKS_BETWEEN_WORDS.split(text))
                        .map(ComparisonKey::of)
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    /** Whether two texts are the same to a reader; nothing is the same as no text. */
    public static boolean same(String one, String other) {
        return !of(one).isEmpty() && of(one).equals(of(other));
    }

    /** Whether nothing stands there that shows. */
    public boolean isEmpty() {
        return value.isEmpty();
    }

    /** Whether this occurs in the other. */
    public boolean isIn(ComparisonKey other) {
        return other.value.contains(value);
    }

    /** A pattern for SQL {@code like} that finds this anywhere in a compared text. */
    public String pattern() {
        return "%" + value.replaceAll("([%_\\\\])", "\\\\$1") + "%";
    }

    private static String alike(String text) {
        var letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            var place = FROM.indexOf(letters[i]);
            letters[i] = place < 0 ? letters[i] : TO.charAt(place);
        }
        return new String(letters);
    }
}
