package org.qibu.voting;

/** What a count comes to. An error is never a result: the count stops. */
public enum Verdict {
    PASSED,
    NOT_PASSED,
    PARTICIPATION_NOT_MET,
    QUORUM_NOT_MET,
    ERROR_NO_REGISTER,
    ERROR_INCONSISTENT;

    /** Whether the count is one that cannot be certified. */
    public boolean isError() {
        return this == ERROR_NO_REGISTER || this == ERROR_INCONSISTENT;
    }
}
