package org.qibu.community;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Somebody a community knows by a number of its own: resident, pool member or staff. */
public record Person(
        String communityCode,
        String personNo,
        String name,
        String email,
        String phone,
        @Nullable Integer birthYear,
        String language,
        String role,
        String skills,
        @Nullable String account) {

    /** The language this person reads. */
    public Locale locale() {
        return "en".equals(language) ? Locale.ENGLISH : Locale.CHINESE;
    }
}
