package org.qibu.sheets.format;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.qibu.sheets.xml.PartXml;
import org.xml.sax.Attributes;

/** The number formats of a file, by the style numbers its cells bear. */
public class Styles extends PartXml {

    /** Built-in formats that are the same in all languages (18.8.30). */
    private static final Set<Integer> SAME_EVERYWHERE = Set.of(0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 48, 49);

    private final Map<Integer, String> codes = new HashMap<>();
    private final List<Integer> formats = new ArrayList<>();
    private final BitSet struckFonts = new BitSet();
    private final BitSet struck = new BitSet();
    private boolean ofCells;
    private boolean ofFonts;
    private int fonts;

    /**
     * A number format.
     *
     * @param id as the file numbers it; those below 164 are built in
     * @param code such as {@code 0.00}
     */
    record Format(int id, String code) {

        private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|[_*].");
        private static final Pattern BRACKETS =
                Pattern.compile("(?i)\\[(\\$[^\\]\\-]*(-[0-9A-Fa-f]{1,4})?|black|blue|cyan|green|magenta|red|white"
                        + "|yellow|color ?\\d{1,2}|黑色|蓝色|红色|绿色|白色|黄色|[<>=]{1,2}-?[0-9.]+)\\]");
        private static final Pattern WORDS_AMONG_DIGITS = Pattern.compile("[0#?](\"[^\"]*\"|\\\\.|[ \\-])+[0#?]");
        private static final Pattern PADDING = Pattern.compile(LITERAL.pattern() + "|\\?");
        private static final Pattern CONDITION = Pattern.compile("\\[[<>=]");
        private static final Pattern AROUND_GENERAL = Pattern.compile(
                "(?i)(?<before>(?:%1$s|[ -]|\\p{IsHan})*)(?:General|G/通用格式)(?<behind>(?:%1$s|[ ]|\\p{IsHan})*)"
                        .formatted(LITERAL.pattern()));
        private static final Pattern SPACE = Pattern.compile("[_*].|\\\\ |\\s|\"\\s*\"|" + BRACKETS.pattern());
        private static final Pattern SIGNS = Pattern.compile("[0#?.,%/Ee+\\-();@ ¥￥$€£\\p{IsHan}\\u00A0]*");

        /** Thousands left out behind a point, two points: what shows then differs from program to program. */
        private static final Pattern UNHEARD_OF = Pattern.compile("\\.[^;]*[.,]");

        private static final Pattern SEPARATOR = Pattern.compile("\"[^\"]*\"|\\\\.|;");

        static final Format GENERAL = new Format(0, "General");

        boolean isGeneral() {
            return code.matches("(?i)general|G/通用格式|");
        }

        boolean isText() {
            return "@".equals(code);
        }

        /** Whether we know for certain what it shows. */
        boolean isKnown() {
            var plain = LITERAL.matcher(code).replaceAll("").replaceAll("(?i)general|G/通用格式", "0");
            var signs = BRACKETS.matcher(plain).replaceAll("");
            return SIGNS.matcher(signs).matches() && !UNHEARD_OF.matcher(signs).find();
        }

        /** Without the colours named in Chinese, which not every reader knows; a colour shows no character. */
        String plainCode() {
            return code.replaceAll("\\[(黑色|蓝色|红色|绿色|白色|黄色)\\]", "");
        }

        /** The code with # for the ? that leave room at the ends of a number; fractions keep theirs. */
        String paddedByNothing() {
            var plain = plainCode();
            return LITERAL.matcher(plain).replaceAll("").contains("/")
                    ? plain
                    : PADDING.matcher(plain)
                            .replaceAll(
                                    found -> found.group().equals("?") ? "#" : Matcher.quoteReplacement(found.group()));
        }

        /** Whether a section has places for the digits of a number; one for 0, which shows in none but 0 itself. */
        boolean isPlaced(String section, boolean isZero) {
            var signs =
                    BRACKETS.matcher(LITERAL.matcher(section).replaceAll("")).replaceAll("");
            return isZero ? signs.indexOf('0') >= 0 : signs.matches(".*[0#?].*");
        }

        /** Whether a number is shown by a section chosen by its size, such as [>=100]0. */
        boolean hasConditions() {
            return CONDITION.matcher(LITERAL.matcher(code).replaceAll("")).find();
        }

        /**
         * What a section shows that puts words around a number it does not format itself, such as General"幢"; empty for all
         * other sections.
         *
         * @param number as a cell without a format shows it, without its sign where the section is one of negative numbers
         */
        Optional<String> around(String section, String number) {
            var match = AROUND_GENERAL.matcher(BRACKETS.matcher(section).replaceAll(""));
            return match.matches()
                    ? Optional.of(words(match.group("before")) + number + words(match.group("behind")))
                    : Optional.empty();
        }

        private static String words(String literals) {
            return literals.replaceAll("[_*].", "")
                    .replaceAll("\"([^\"]*)\"", "$1")
                    .replaceAll("\\\\(.)", "$1");
        }

        /** Whether letters or spaces stand between the digits, as in 000-0000. */
        boolean hasWordsAmongDigits() {
            return WORDS_AMONG_DIGITS.matcher(code).find();
        }

        /** What applies to a number of this sign (18.8.31): positive, negative and zero may have their own. */
        String section(int sign) {
            var sections = sections();
            if (sign < 0 && sections.size() > 1) {
                return sections.get(1);
            }
            return sign == 0 && sections.size() > 2 ? sections.get(2) : sections.get(0);
        }

        /** Whether a negative number shows its minus by itself; a section of its own writes one or not. */
        boolean signsNegative() {
            return sections().size() == 1;
        }

        /** What applies to texts, without the room it leaves; empty where texts show as they are. */
        Optional<String> textSection() {
            if (code.indexOf(';') < 0 && code.indexOf('@') < 0) {
                return Optional.empty();
            }
            var sections = sections();
            var last = SPACE.matcher(sections.get(sections.size() - 1)).replaceAll("");
            return sections.size() > 3 || last.contains("@") ? Optional.of(last) : Optional.empty();
        }

        /** What applies to texts as it stands, its colour included; empty where texts show as they are. */
        String sectionOfTexts() {
            var sections = sections();
            var last = sections.get(sections.size() - 1);
            return sections.size() > 3 || last.contains("@") ? last : "";
        }

        private List<String> sections() {
            var sections = new ArrayList<String>();
            var from = 0;
            var match = SEPARATOR.matcher(code);
            while (match.find()) {
                if (match.group().equals(";")) {
                    sections.add(code.substring(from, match.start()));
                    from = match.end();
                }
            }
            sections.add(code.substring(from));
            return sections;
        }

        Optional<DateFormat> date() {
            return DateFormat.builtIn(id).or(() -> DateFormat.of(code));
        }
    }

    /** Whether what a cell of this style holds is struck out. */
    boolean isStruck(String style) {
        return style != null && style.matches("\\d{1,6}") && struck.get(Integer.parseInt(style));
    }

    /** The format of a style; empty where the file has no such style. */
    Optional<Format> of(String style) {
        if (style == null || style.equals("0") && formats.isEmpty()) {
            return Optional.of(Format.GENERAL);
        }
        if (!style.matches("\\d{1,6}") || Integer.parseInt(style) >= formats.size()) {
            return Optional.empty();
        }
        var id = formats.get(Integer.parseInt(style));
        return code(id).map(code -> new Format(id, code));
    }

    /**
     * The code of a format; empty where nobody knows which one it is: a number kept for a language we do not know, or a
     * built-in format for which the file has another code, which some programs believe and others do not.
     */
    private Optional<String> code(int id) {
        var said = Optional.ofNullable(codes.get(id));
        if (id >= BuiltinFormats.FIRST_USER_DEFINED_FORMAT_INDEX) {
            return Optional.of(said.orElse("General"));
        }
        var date = DateFormat.builtIn(id);
        if (date.isPresent()) {
            return said.isEmpty() || said.flatMap(DateFormat::of).equals(date)
                    ? Optional.of(said.orElse(""))
                    : Optional.empty();
        }
        var builtIn = Optional.ofNullable(BuiltinFormats.getBuiltinFormat(id));
        var isOther = SAME_EVERYWHERE.contains(id)
                && said.map(code -> code.replace("G/通用格式", "General"))
                        .filter(code -> !code.equalsIgnoreCase(builtIn.orElse(code)))
                        .isPresent();
        return isOther ? Optional.empty() : said.or(() -> builtIn);
    }

    @Override
    public void start(String name, Attributes attributes) {
        switch (name) {
            case "numFmt" ->
                number(attributes, "numFmtId").ifPresent(id -> codes.putIfAbsent(id, value(attributes, "formatCode")));
            case "cellXfs" -> ofCells = true;
            case "fonts" -> ofFonts = true;
            case "strike" -> struckFonts.set(fonts, ofFonts && isStrike(attributes));
            case "xf" -> {
                if (ofCells) {
                    struck.set(
                            formats.size(),
                            struckFonts.get(number(attributes, "fontId").orElse(0)));
                    formats.add(number(attributes, "numFmtId").orElse(0));
                }
            }
            default -> {}
        }
    }

    @Override
    public void end(String name) {
        switch (name) {
            case "cellXfs" -> ofCells = false;
            case "fonts" -> ofFonts = false;
            case "font" -> fonts++;
            default -> {}
        }
    }
}
