package org.qibu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every key in every disguise is the same key, and no two keys become one. */
class ComparisonKeyPropertiesTest {

    private static final String DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFF0D\uFE63\u2500\u30FC";
    private static final String DOTS = "·•・‧．.∙⋅･";
    private static final String BLANKS = "\u0020\u00A0\u3000\u2003\t\u200B\uFEFF";

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.strings()
                .withChars("ABCXYZ0189幢栋号三李·")
                .ofMinLength(1)
                .ofMaxLength(6)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(parts -> String.join("-", parts));
    }

    @Property(tries = 500)
    void aDisguiseChangesNothing(@ForAll("keys") String key, @ForAll("choices") int[] choices) {
        var disguised = disguised(key, choices);
        assertThat(ComparisonKey.of(disguised)).as(disguised).isEqualTo(ComparisonKey.of(key));
        assertThat(ComparisonKey.same(key, disguised)).isTrue();
    }

    @Property(tries = 500)
    void differentKeysStayTwo(@ForAll("keys") String one, @ForAll("keys") String other) {
        assertThat(ComparisonKey.same(one, other)).isEqualTo(one.equals(other));
    }

    @Provide
    Arbitrary<int[]> choices() {
        return Arbitraries.integers().between(0, 1_000).array(int[].class).ofSize(20);
    }

    private static String disguised(String key, int[] choices) {
        var made = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            var choice = choices[i % choices.length];
            made.append(choice % 5 == 0 ? String.valueOf(BLANKS.charAt(choice % BLANKS.length())) : "");
            made.append(sign(key.charAt(i), choice));
        }
        return made.toString();
    }

    private static String sign(char sign, int choice) {
        if (sign == '-') {
            return String.valueOf(DASHES.charAt(choice % DASHES.length()));
        }
        if (sign == '·') {
            return String.valueOf(DOTS.charAt(choice % DOTS.length()));
        }
        if (sign > '~') {
            return String.valueOf(sign);
        }
        return switch (choice % 3) {
            case 0 -> String.valueOf((char) (sign + 0xFEE0));
            case 1 -> String.valueOf(sign).toLowerCase(Locale.ROOT);
            default -> String.valueOf(sign);
        };
    }
}
