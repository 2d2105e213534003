package org.qibu.engine.gate;

import java.util.Map;
import java.util.function.Supplier;

/** Tells the gate, on this thread, which files are put in force together, though each process has a deployment of its own. */
public final class ReleasedTogether {

    private static final ThreadLocal<Map<String, byte[]>> FILES = ThreadLocal.withInitial(Map::of);

    private ReleasedTogether() {}

    /** Deploys while the gate knows all of these files, contents by name. */
    public static <T> T deploying(Map<String, byte[]> files, Supplier<T> deployment) {
        var before = FILES.get();
        FILES.set(Map.copyOf(files));
        try {
            return deployment.get();
        } finally {
            FILES.set(before);
        }
    }

    static Map<String, byte[]> files() {
        return FILES.get();
    }
}
