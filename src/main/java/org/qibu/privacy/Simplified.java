package org.qibu.privacy;

import com.ibm.icu.text.Transliterator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Traditional signs as the simplified ones that rolls are written with: 棟 as 栋, 範 as 范. */
final class Simplified {

    private static final int FIRST = 0x4E00;
    private static final int LAST = 0x9FFF;
    private static final String FORMS = forms();

    private Simplified() {}

    /** The simplified form of a sign; of one that has none the sign itself. */
    static int of(int sign) {
        return sign >= FIRST && sign <= LAST ? FORMS.charAt(sign - FIRST) : sign;
    }

    /** A line for each sign, so that none is read together with the next. */
    private static String forms() {
        var signs =
                IntStream.rangeClosed(FIRST, LAST).mapToObj(Character::toString).collect(Collectors.joining("\n"));
        var simple = Transliterator.getInstance("Traditional-Simplified")
                .transliterate(signs)
                .split("\n");
        return IntStream.rangeClosed(FIRST, LAST)
                .mapToObj(sign -> simple[sign - FIRST].length() == 1 ? simple[sign - FIRST] : Character.toString(sign))
                .collect(Collectors.joining());
    }
}
