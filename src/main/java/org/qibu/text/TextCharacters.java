package org.qibu.text;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which characters of a text can be kept. What is kept is what its writer saw: a character without a meaning of its own
 * or that makes a text read as something else is refused at the door, never taken out; only characters that neither show
 * nor change what shows are left away.
 */
public final class TextCharacters {

    private static final String UNREADABLE = "有无法识别的字，请改用标准汉字。";
    private static final String INVISIBLE = "有无法识别的字（看不见的控制字符），请删去后重填。";

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\u000B\\u000C\\u0085\\u2028\\u2029]");
    private static final Pattern FIXED_SPACE = Pattern.compile("[\\u00A0\\u2007\\u202F]");
    private static final Pattern SPACE = Pattern.compile("[\\p{Zs}\\t]");

    private static final int FIRST_PICTURE = 0x1F000;
    private static final int LAST_PICTURE = 0x1FBFF;

    private TextCharacters() {}

    /**
     * Why a text cannot be kept: private characters, those no standard names, halves of a character, the mark of a failed
     * conversion; control and direction characters and letters that look empty.
     *
     * @return the end of a Chinese sentence about the text, such as 有无法识别的字，请改用标准汉字。 Empty where it can be kept
     */
    public static Optional<String> fault(String text) {
        return text.codePoints()
                .mapToObj(TextCharacters::fault)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * The text composed, its lines ended alike, fixed spaces as plain ones, without the characters that neither show nor
     * change what shows.
     */
    public static String shown(String text) {
        var lines = FIXED_SPACE.matcher(LINE_END.matcher(text).replaceAll("\n")).replaceAll(" ");
        var composed = Normalizer.normalize(lines, Normalizer.Form.NFC);
        var kept = new StringBuilder();
        var before = 0;
        for (var character : composed.codePoints().toArray()) {
            if (!isShapeless(character, before)) {
                kept.appendCodePoint(character);
                before = character;
            }
        }
        return kept.toString();
    }

    /** Without a shape and without an effect on its neighbours; a joiner has one only between pictures. */
    private static boolean isShapeless(int character, int before) {
        return switch (character) {
            case 0x00AD, 0x200B, 0x2060, 0xFEFF -> true;
            case 0x200C, 0x200D ->
                before != 0xFE0F && Character.getType(before) != Character.OTHER_SYMBOL && !isPicture(before);
            default -> false;
        };
    }

    private static boolean isPicture(int character) {
        return character >= FIRST_PICTURE && character <= LAST_PICTURE;
    }

    /** The text as {@link #shown} on a single line, blanks of every kind as plain ones, none at the ends. */
    public static String shownOnOneLine(String text) {
        return SPACE.matcher(shown(text).replace('\n', ' ')).replaceAll(" ").strip();
    }

    private static Optional<String> fault(int character) {
        if (isUnreadable(character)) {
            return Optional.of(UNREADABLE);
        }
        return isInvisible(character) ? Optional.of(INVISIBLE) : Optional.empty();
    }

    private static boolean isUnreadable(int character) {
        return switch (Character.getType(character)) {
            case Character.SURROGATE, Character.PRIVATE_USE -> true;
            case Character.UNASSIGNED -> !isOfALaterStandard(character);
            default -> character == 0xFFFC || character == 0xFFFD;
        };
    }

    /**
     * Ideographs and pictures come with every new edition of Unicode, later than the one this Java knows; a place for
     * ideographs is never given to anything else.
     */
    private static boolean isOfALaterStandard(int character) {
        var isCharacter = (character & 0xFFFE) != 0xFFFE;
        var isIdeograph = character >= 0x20000 && character <= 0x3FFFF || character >= 0x9FF0 && character <= 0x9FFF;
        var describesIdeograph = character >= 0x2FF0 && character <= 0x2FFF || character == 0x31EF;
        return isCharacter
                && (isIdeograph || describesIdeograph || character >= FIRST_PICTURE && character <= LAST_PICTURE);
    }

    private static boolean isInvisible(int character) {
        if (Character.getType(character) == Character.CONTROL) {
            return "\t\n\r\u000B\f\u0085".indexOf(character) < 0;
        }
        return switch (character) {
            case 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200E, 0x200F, 0x2800, 0x3164, 0xFFA0 -> true;
            default ->
                character >= 0x202A && character <= 0x202E
                        || character >= 0x2061 && character <= 0x206F
                        || character >= 0xFFF9 && character <= 0xFFFB
                        || character >= 0x1D173 && character <= 0x1D17A
                        || character >= 0xE0000 && character <= 0xE007F;
        };
    }
}
