package org.qibu.voting.rules;

/** Fractions as Chinese law writes them: 三分之二, 百分之六十. */
final class Fractions {

    private static final String DIGITS = "零一二三四五六七八九";
    private static final long LARGEST = 999;

    private Fractions() {}

    static String inChinese(long num, long den) {
        return num > LARGEST || den > LARGEST ? num + "/" + den : (den == 100 ? "百" : number(den)) + "分之" + number(num);
    }

    private static String number(long value) {
        if (value < 10) {
            return DIGITS.substring((int) value, (int) value + 1);
        }
        if (value < 20) {
            return "十" + (value == 10 ? "" : number(value - 10));
        }
        if (value < 100) {
            return number(value / 10) + "十" + (value % 10 == 0 ? "" : number(value % 10));
        }
        var rest = value % 100;
        var joint = rest == 0 ? "" : rest < 10 ? "零" + number(rest) : rest < 20 ? "一" + number(rest) : number(rest);
        return number(value / 100) + "百" + joint;
    }
}
