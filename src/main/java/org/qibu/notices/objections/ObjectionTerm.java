package org.qibu.notices.objections;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.qibu.engine.ModelBean;

/** Returns to a model until when the next objection has to be answered, counted from the day it was raised. */
@ModelBean
public class ObjectionTerm {

    private final Objections objections;

    ObjectionTerm(Objections objections) {
        this.objections = objections;
    }

    /** 18:00 of the last day the table of periods gives for an answer; null where no objection waits. */
    public @Nullable Date due(DelegateExecution execution) {
        return objections
                .next(execution.getProcessBusinessKey())
                .map(objections::due)
                .map(Date::from)
                .orElse(null);
    }
}
