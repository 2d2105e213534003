package org.qibu.matter.action;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An action as it is planned. */
public record NewAction(
        int no,
        String text,
        String ownerId,
        @Nullable LocalDate startOn,
        @Nullable LocalDate dueOn,
        @Nullable BigDecimal budget,
        @Nullable String jointKind,
        boolean needsVolunteers) {}
