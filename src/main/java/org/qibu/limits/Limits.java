package org.qibu.limits;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qibu.text.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts how often something happened to a subject and says when it was too often. It counts first and lets happen then: of any
 * number of threads and nodes at once exactly as many pass as a limit allows, and whoever asks about another subject never
 * waits. The subject is whoever bears the harm; only its digest is kept.
 *
 * <p>Ask outside of a transaction: what is counted in one is not counted where it is rolled back.
 */
@Repository
public class Limits {

    private final JdbcClient database;
    private final Clock clock;

    public Limits(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Counts one more, unless it would be one too many.
     *
     * @param name what is counted, for example {@code issue}
     * @param subject of whom it is counted
     * @param bounds all of them have to be kept
     * @return empty when it is counted; otherwise how long to wait for the next, never longer than the longest bound
     */
    public Optional<Duration> count(String name, String subject, Bound... bounds) {
        var digest = digest(subject);
        var now = clock.millis();
        var free = Arrays.stream(bounds)
                .map(bound -> "(select count(*) from unnest(kept.hits) hit where hit > %d) < %d"
                        .formatted(now - bound.within().toMillis(), bound.most()))
                .collect(Collectors.joining(" and "));
        var counted = database.sql("""
                        insert into rate_limit as kept (name, subject, hits, forget_at)
                          values (:name, :subject, array[:now], :now + :longest)
                        on conflict (name, subject) do update set
                          hits = array(select least(hit, :now) from unnest(kept.hits) hit where hit > :now - :longest) || :now,
                          forget_at = :now + :longest
                        where\s""" + free)
                        .param("name", name)
                        .param("subject", digest)
                        .param("now", now)
                        .param("longest", longest(bounds))
                        .update()
                == 1;
        return counted ? Optional.empty() : Optional.of(wait(name, digest, now, bounds));
    }

    /** Takes the last one counted back: it was none of those the limit is about. */
    public void uncount(String name, String subject) {
        database.sql("""
                        update rate_limit set hits = hits[1 : cardinality(hits) - 1] where name = :name and subject = :subject
                          and cardinality(hits) > 0""").param("name", name).param("subject", digest(subject)).update();
    }

    /** Where the clock went back, what was counted in its future counts as of now, so that nobody waits for that future. */
    private Duration wait(String name, String digest, long now, Bound... bounds) {
        var hits = database.sql("""
                        update rate_limit set hits = array(select least(hit, :now) from unnest(hits) hit order by 1)
                        where name = :name and subject = :subject
                        returning array_to_string(hits, ',')""")
                .param("now", now)
                .param("name", name)
                .param("subject", digest)
                .query(String.class)
                .optional()
                .orElse("");
        var times = Stream.of(hits.split(","))
                .filter(hit -> !hit.isEmpty())
                .mapToLong(Long::parseLong)
                .toArray();
        return Arrays.stream(bounds)
                .map(bound -> wait(times, now, bound))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private static Duration wait(long[] sorted, long now, Bound bound) {
        var recent = Arrays.stream(sorted)
                .filter(hit -> hit > now - bound.within().toMillis())
                .toArray();
        return recent.length < bound.most()
                ? Duration.ZERO
                : Duration.ofMillis(recent[recent.length - bound.most()])
                        .plus(bound.within())
                        .minusMillis(now);
    }

    private static long longest(Bound... bounds) {
        return Arrays.stream(bounds)
                .mapToLong(bound -> bound.within().toMillis())
                .max()
                .orElseThrow();
    }

    /** Forgets what no bound asks about any more. */
    int forget() {
        return database.sql("delete from rate_limit where forget_at < :now")
                .param("now", clock.millis())
                .update();
    }

    /** What stands in the table in place of an address or a name. */
    public static String digest(String subject) {
        return Sha256.hex(subject);
    }
}
