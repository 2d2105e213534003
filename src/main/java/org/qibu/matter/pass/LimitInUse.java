package org.qibu.matter.pass;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.qibu.engine.FormCase;
import org.qibu.engine.process.ExpressionsInUse;
import org.springframework.stereotype.Component;

/**
 * How often a way may be gone by the process a form belongs to: as the table of limits has it, unless its version counts
 * by a number in its conditions, as those did that were drawn before the table. So a form says what its process will do.
 */
@Component
public class LimitInUse {

    private static final String ASKS_THE_TABLE = "passLimits.";

    private final ExpressionsInUse expressions;
    private final PassLimits table;

    LimitInUse(ExpressionsInUse expressions, PassLimits table) {
        this.expressions = expressions;
        this.table = table;
    }

    /**
     * How often the way may be gone.
     *
     * @param limit one that models count by a routing value
     */
    public int most(FormCase form, PassLimit limit) {
        return ownNumber(
                        expressions.conditionsAround(form.taskId()),
                        limit.count().orElseThrow())
                .orElseGet(() -> table.most(limit));
    }

    /** The number against which conditions compare a count; empty where one of them asks the table, or none compares. */
    static Optional<Integer> ownNumber(List<String> conditions, String count) {
        var comparison = Pattern.compile("\\b" + count + "['\"]?\\s*\\)?\\s*(<=|>=|==|<|>)\\s*(\\d{1,4})\\b");
        var named = Pattern.compile("\\b" + count + "\\b");
        var about =
                conditions.stream().filter(each -> named.matcher(each).find()).toList();
        return about.stream().anyMatch(each -> each.contains(ASKS_THE_TABLE))
                ? Optional.empty()
                : about.stream()
                        .flatMap(each -> comparison.matcher(each).results())
                        .map(found -> most(found.group(1), Integer.parseInt(found.group(2))))
                        .findFirst();
    }

    /** {@code < 2} and {@code >= 2} leave two times; {@code == 0}, {@code <= 0} and {@code > 0} leave one. */
    private static int most(String sign, int number) {
        return sign.equals("<") || sign.equals(">=") ? number : number + 1;
    }
}
