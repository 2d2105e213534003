package org.qibu.privacy;

import java.util.regex.Pattern;

/** Numbers that are nobody's: days, hours, matters, articles of a law, documents, standards, checksums. */
final class NobodysNumbers {

    private static final Pattern WRITINGS = Pattern.compile(
            // a day, unless it is the middle of a longer number; two days with a dash between them are two days
            "(?<![0-9])(?<![0-9]-)(?:19|20)[0-9]{2}[-/.][01]?[0-9][-/.][0-3]?[0-9](?:(?!-?[0-9])|(?=-(?:19|20)[0-9]{2}[-/.]))"
                    + "|(?<=(?:19|20)[0-9]{2}[-/.][01]?[0-9][-/.][0-3]?[0-9]-)(?:19|20)[0-9]{2}[-/.][01]?[0-9][-/.][0-3]?[0-9](?![0-9])"
                    + "|(?<![0-9:])[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![0-9:])"
                    + "|(?<![A-Z0-9])[A-Z]{2}-[A-Z]{2}-(?:19|20)[0-9]{2}-[0-9]{4,6}(?![0-9])"
                    + "|[〔\\[(](?:19|20)[0-9]{2}[〕\\])] ?(?:第 ?)?[0-9]{1,5} ?号"
                    + "|第 ?[0-9]{1,4} ?(?=[条款项页期])"
                    + "|(?<![A-Za-z])(?:GB|DB[0-9]{2}|JGJ|CJJ|ISO|IEC)(?:/T)? ?[0-9]{3,6}(?:[-.][0-9]{1,4})*(?![0-9])"
                    + "|(?<![0-9A-Za-z])(?=[0-9]*[a-f])[0-9a-f]{64}(?![0-9A-Za-z])");

    private static final int SHORTEST = 2;

    private NobodysNumbers() {}

    /** The text with a line's end in the place of each of their signs. */
    static String blanked(String text) {
        return text.chars().filter(Character::isDigit).limit(SHORTEST).count() < SHORTEST
                ? text
                : WRITINGS.matcher(text).replaceAll(hit -> "\n".repeat(hit.end() - hit.start()));
    }
}
