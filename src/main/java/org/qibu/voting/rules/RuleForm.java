package org.qibu.voting.rules;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qibu.text.TextCharacters;

/** A change of a rule as somebody typed it, checked field by field. */
record RuleForm(
        String validFrom,
        String quorumNum,
        String quorumDen,
        Boolean quorumStrict,
        String num,
        String den,
        Boolean strict,
        Boolean ofTotal,
        String source) {

    /** The only limit that compares with something it may exceed. */
    private static final String MAY_EXCEED = "COST_OVERRUN";

    private static final int LONGEST_SOURCE = 200;

    RuleForm {
        validFrom = clean(validFrom);
        quorumNum = clean(quorumNum);
        quorumDen = clean(quorumDen);
        quorumStrict = Boolean.TRUE.equals(quorumStrict);
        strict = Boolean.TRUE.equals(strict);
        ofTotal = Boolean.TRUE.equals(ofTotal);
        num = clean(num);
        den = clean(den);
        source = source == null ? "" : TextCharacters.shownOnOneLine(source);
    }

    private static String clean(String text) {
        return text == null ? "" : text.strip();
    }

    /** The form filled with a version, to begin on another day. */
    static RuleForm of(RuleVersion version, LocalDate validFrom) {
        var quorum = version.body() == null ? null : version.body().quorum();
        return new RuleForm(
                validFrom.toString(),
                quorum == null ? "" : String.valueOf(quorum.num()),
                quorum == null ? "" : String.valueOf(quorum.den()),
                quorum != null && quorum.strict(),
                String.valueOf(version.limit().num()),
                String.valueOf(version.limit().den()),
                version.limit().strict(),
                version.body() != null && version.body().passOfTotal(),
                version.source());
    }

    /** One Chinese sentence for each field that cannot be taken. */
    Map<String, String> faults(RuleKind kind, String id, LocalDate today) {
        var faults = new LinkedHashMap<String, String>();
        if (kind == RuleKind.BODY) {
            checkShare(faults, "quorum", quorumNum, quorumDen, quorumStrict, false);
        }
        checkShare(faults, "limit", num, den, strict, kind == RuleKind.SHARE && MAY_EXCEED.equals(id));
        if (!faults.containsKey("limit") && number(num) == 0 && !strict) {
            faults.put("limit", "分子为 0 时任何结果都会通过，请填大于 0 的数。");
        }
        var day = day();
        if (day == null) {
            faults.put("validFrom", "请填写生效日期。");
        } else if (day.isBefore(today) || day.isAfter(today.plusYears(10))) {
            faults.put("validFrom", "生效日期应当是今天或以后的日期，不超过十年。");
        }
        if (source.isEmpty() || source.codePointCount(0, source.length()) > LONGEST_SOURCE) {
            faults.put("source", "请填写依据的法律、条款或文件名称，最多 200 个字。");
        }
        TextCharacters.fault(source).ifPresent(fault -> faults.put("source", "依据" + fault));
        return faults;
    }

    /** The change, once there are no faults. */
    RuleChange change(RuleKind kind) {
        var quorum = kind == RuleKind.BODY ? new Share(number(quorumNum), number(quorumDen), quorumStrict) : null;
        return new RuleChange(
                Objects.requireNonNull(day()), quorum, new Share(number(num), number(den), strict), ofTotal, source);
    }

    private static void checkShare(
            Map<String, String> faults, String field, String num, String den, boolean strict, boolean mayExceed) {
        var above = number(num);
        var below = number(den);
        if (above < 0 || below < 1) {
            faults.put(field, "分子应当是 0 或更大的整数，分母应当是 1 或更大的整数，都不超过 6 位。");
        } else if (above > below && !mayExceed) {
            faults.put(field, "比例不能大于 1，分子不能大于分母。");
        } else if (above == below && strict && !mayExceed) {
            faults.put(field, "超过全部是不可能的，请取消“须超过（不含本数）”或改小比例。");
        }
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,6}") ? Long.parseLong(text) : -1;
    }

    private @Nullable LocalDate day() {
        try {
            return LocalDate.parse(validFrom);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
