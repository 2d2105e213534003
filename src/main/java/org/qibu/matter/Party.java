package org.qibu.matter;

import java.util.stream.Stream;

/**
 * What somebody takes part as; its name is the code in tables, forms and the database. The four parties of one
 * consultation, those whose interests it touches, and whoever only listens.
 */
public enum Party {
    /** Leads (引领方): the Party organisation and the committees. */
    LEADING(true),
    /** The residents themselves (主体方). */
    PRINCIPAL(true),
    /** Offers what is needed (资源方). */
    RESOURCE(false),
    /** Advises (技术方). */
    TECHNICAL(false),
    /** Is concerned in particular (利害关系人). */
    INTERESTED(true),
    /** Listens (旁听). */
    OBSERVER(false);

    private final boolean votes;

    Party(boolean votes) {
        this.votes = votes;
    }

    /** Whether its people may have a vote; those who advise, offer or listen have none. */
    public boolean mayVote() {
        return votes;
    }

    /** Whether its people speak where nothing else is said of them. */
    public boolean speaks() {
        return this != OBSERVER;
    }

    /** The codes of all, for lists people choose from. */
    public static String[] codes() {
        return Stream.of(values()).map(Party::name).toArray(String[]::new);
    }
}
