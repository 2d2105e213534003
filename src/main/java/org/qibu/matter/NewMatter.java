package org.qibu.matter;

import java.time.LocalDate;

/** What is known when a matter is raised. */
public record NewMatter(
        String communityCode,
        String title,
        String description,
        String location,
        String buildingNo,
        String unitNo,
        String channel,
        LocalDate happenedOn,
        Long affectedHouseholds,
        String proposerName,
        String proposerPhone,
        String proposerEmail,
        boolean proposerAnonymous,
        String openedBy) {}
