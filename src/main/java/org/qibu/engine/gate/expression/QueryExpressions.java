package org.qibu.engine.gate.expression;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.Validator;

/**
 * Refuses queries that hold an expression anywhere. The engine's own check of queries that are not stored looks at the
 * outermost query only and lets those beneath its {@code orQueries} pass (CVE-2026-109432).
 */
public final class QueryExpressions implements Validator<AbstractQuery<?, ?>> {

    /** Has no state; one for all queries. */
    public static final QueryExpressions REFUSED = new QueryExpressions();

    private QueryExpressions() {}

    /** Throws a {@link BadUserRequestException} with a sentence, which the REST interface answers with 400. */
    @Override
    public void validate(AbstractQuery<?, ?> query) {
        if (areIn(query)) {
            throw new BadUserRequestException("查询条件里不能写表达式，请直接写值。");
        }
    }

    /** Whether there is an expression in this query or in any beneath it. */
    public static boolean areIn(AbstractQuery<?, ?> query) {
        return areIn(query, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** A query counts itself among its parts. */
    private static boolean areIn(AbstractQuery<?, ?> query, Set<Object> seen) {
        if (!seen.add(query)) {
            return false;
        }
        return !query.getExpressions().isEmpty()
                || query instanceof TaskQueryImpl tasks
                        && tasks.getQueries().stream().anyMatch(part -> areIn(part, seen));
    }
}
