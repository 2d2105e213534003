package org.qibu.engine.rest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * One line of the allow-list: a request that may be asked, and by whom.
 *
 * @param method the HTTP method, in capitals
 * @param path the parts of the path; one in braces stands for any single part
 * @param who the groups that may ask, or {@link #STAFF}, {@link #SELF}, {@link #NOBODY}
 * @param body what it takes
 */
record AllowedRequest(String method, List<String> path, Set<String> who, Body body) {

    /** Every living account. */
    static final String STAFF = "staff";
    /** The account that the part {@code {id}} of the path names. */
    static final String SELF = "self";
    /** Refused to everybody; stands in the list to except one path from a line with braces. */
    static final String NOBODY = "nobody";

    /** The one with the earlier fixed part first. */
    static final Comparator<AllowedRequest> MOST_EXACT_FIRST = (one, other) -> {
        for (int part = 0; part < one.path.size(); part++) {
            var difference = Boolean.compare(isOpen(one.path.get(part)), isOpen(other.path.get(part)));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    };

    /** What a request carries beside its path. */
    enum Body {
        /** Nothing that is read. */
        NONE,
        /** One JSON object. */
        JSON,
        /** Files, as a browser form sends them. */
        MULTIPART
    }

    static List<String> parts(String path) {
        return Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
    }

    boolean fits(String asked, List<String> parts) {
        if (!method.equals(asked) || path.size() != parts.size()) {
            return false;
        }
        for (int part = 0; part < path.size(); part++) {
            if (!isOpen(path.get(part)) && !path.get(part).equals(parts.get(part))) {
                return false;
            }
        }
        return true;
    }

    /** What stands in the place of {@code {id}}; empty where the path has none. */
    String id(List<String> parts) {
        var place = path.indexOf("{id}");
        return place < 0 ? "" : parts.get(place);
    }

    private static boolean isOpen(String part) {
        return part.startsWith("{");
    }
}
