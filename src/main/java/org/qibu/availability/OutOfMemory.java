package org.qibu.availability;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process where memory ran out, so that whatever keeps it running starts it anew: after that nothing it says can be
 * relied on. Works however the process was started; {@code -XX:+ExitOnOutOfMemoryError} does the same before any code of
 * ours is asked.
 */
public final class OutOfMemory {

    /** What the process ends with, as with the option of the virtual machine. */
    static final int EXIT = 3;

    private static final Logger log = LoggerFactory.getLogger(OutOfMemory.class);

    private OutOfMemory() {}

    /** Watches whatever no code catches, in any thread. */
    public static void endsTheProcess() {
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            endIfCauseOf(thrown);
            log.error("Thread {} ended", thread.getName(), thrown);
        });
    }

    /** Ends the process at once, without any hook, where this is at the bottom of a failure. */
    public static void endIfCauseOf(Throwable failure) {
        if (isCauseOf(failure)) {
            Runtime.getRuntime().halt(EXIT);
        }
    }

    static boolean isCauseOf(Throwable failure) {
        var depth = 0;
        for (var cause = failure; cause != null && depth < 50; cause = cause.getCause(), depth++) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
        }
        return false;
    }
}
