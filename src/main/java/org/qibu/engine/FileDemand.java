package org.qibu.engine;

import java.util.List;

/**
 * A kind of file a form asks for but cannot hold; it is handed in on the matter's page.
 *
 * @param kind e.g. {@code report}
 * @param label what a person calls it
 * @param required whether the form cannot be completed without
 * @param hides FEEL conditions under any of which it is not asked for
 */
public record FileDemand(String kind, String label, boolean required, List<String> hides) {

    /** What came in for it. */
    public record Met(FileDemand demand, int count) {

        /** Whether something is asked for and nothing came. */
        public boolean isMissing() {
            return demand.required() && count == 0;
        }
    }
}
