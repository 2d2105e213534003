package org.qibu.engine.submission;

import java.util.function.Supplier;

/** Starts processes in a community that no form names. */
public final class InCommunity {

    private InCommunity() {}

    /** What is started on this thread meanwhile belongs to this community. */
    public static <T> T call(String communityCode, Supplier<T> start) {
        return StartFormService.inCommunity(communityCode, start);
    }
}
