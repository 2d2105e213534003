package org.qibu.demo;

/** A script that could not be walked to its end; says where and why. */
class ScriptStuck extends RuntimeException {

    private final boolean begun;

    ScriptStuck(String matterNo, String act, RuntimeException reason) {
        super(
                (matterNo.isEmpty() ? "not started" : matterNo) + " is stuck at " + act + ": " + reason.getMessage(),
                reason);
        this.begun = !matterNo.isEmpty();
    }

    /** Whether a matter stands somewhere on the way. */
    boolean begun() {
        return begun;
    }
}
