package org.qibu.matter.action;

import java.math.BigDecimal;
import java.time.LocalDate;

/** An action as it is planned. */
public record NewAction(
        int no,
        String text,
        String ownerId,
        LocalDate startOn,
        LocalDate dueOn,
        BigDecimal budget,
        String jointKind,
        boolean needsVolunteers) {}
