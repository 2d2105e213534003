package org.qibu.embedded;

/** Nobody named a database, and the jar brings no server for this machine along: the server edition, or another platform's. */
public class NoServerPacked extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /**
     * Nothing to start.
     *
     * @param platform the system and processor for which none is packed
     */
    public NoServerPacked(String platform, Throwable cause) {
        super("No database is named and no PostgreSQL server is packed for " + platform, cause);
    }
}
