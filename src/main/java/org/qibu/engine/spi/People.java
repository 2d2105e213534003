package org.qibu.engine.spi;

import java.util.Collection;
import java.util.Optional;

/** Finds people by number for the check of rows; implemented by the room of communities. */
@FunctionalInterface
public interface People {

    /**
     * The number of somebody who stands in a roll or the pool of the community, as it is written there.
     *
     * @param typed the number in any writing that looks the same
     */
    Optional<String> numberOf(String communityCode, String typed);

    /** Announces the numbers, in any writing, that are about to be asked for one after the other. */
    default void expect(String communityCode, Collection<String> typed) {}

    /** Why nobody is meant by this text, as the end of a sentence: nobody is known by it, or two bear the name. */
    default String whyNobody(String communityCode, String typed) {
        return "“" + typed + "”不在本社区的名册或成员库中";
    }
}
