package org.qibu.voting.ballots;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which ballot of each right holder counts: the first valid one. An invalid one or a silence gives way to it; whatever
 * comes after a valid one, or after another of its kind, is a duplicate.
 */
public final class Votes {

    private final Map<String, Choice> counted = new LinkedHashMap<>();

    public Votes(List<Ballot> ballots) {
        ballots.stream()
                .filter(ballot -> !ballot.duplicate())
                .forEach(ballot -> recordIfFirst(ballot.holderNo(), ballot.choice()));
    }

    /** Notes a ballot; false where an earlier one of its holder stands. */
    public boolean recordIfFirst(String holder, Choice choice) {
        var earlier = counted.get(holder);
        var counts = earlier == null || weight(choice) > weight(earlier);
        if (counts) {
            counted.put(holder, choice);
        }
        return counts;
    }

    private static int weight(Choice choice) {
        return choice == Choice.SILENT ? 0 : choice == Choice.INVALID ? 1 : 2;
    }

    /** What each right holder said. */
    public Map<String, Choice> counted() {
        return counted;
    }
}
