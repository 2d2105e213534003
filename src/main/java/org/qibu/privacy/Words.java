package org.qibu.privacy;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a Chinese text, which has no blanks between them, by a dictionary. */
final class Words {

    private static final BreakIterator DICTIONARY = BreakIterator.getWordInstance(Locale.CHINESE);

    private Words() {}

    /** A word, by the indices of its first sign and of the one after its last. */
    record Word(int start, int end) {

        String in(String text) {
            return text.substring(start, end);
        }
    }

    /** All words and what stands between them, in the order of the text. */
    static List<Word> of(String text) {
        var breaks = (BreakIterator) DICTIONARY.clone();
        breaks.setText(text);
        var words = new ArrayList<Word>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            words.add(new Word(start, end));
        }
        return words;
    }
}
