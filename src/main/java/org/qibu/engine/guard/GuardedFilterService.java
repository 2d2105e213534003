package org.qibu.engine.guard;

import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.qibu.engine.gate.expression.QueryExpressions;

/**
 * The engine's task lists behind the door: the expressions of a stored list are evaluated for whoever opens it, so that only
 * the ready-made lists of the product have any; one that a person saves has none.
 */
class GuardedFilterService extends FilterServiceImpl {

    private final GuardCollaborators guardCollaborators;

    GuardedFilterService(GuardCollaborators guardCollaborators) {
        this.guardCollaborators = guardCollaborators;
    }

    @Override
    public Filter saveFilter(Filter filter) {
        if (guardCollaborators.tasks().user() != null && filter.getQuery() instanceof AbstractQuery<?, ?> query) {
            QueryExpressions.REFUSED.validate(query);
        }
        return super.saveFilter(filter);
    }
}
