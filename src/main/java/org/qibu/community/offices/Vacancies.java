package org.qibu.community.offices;

import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.qibu.calendar.Calendars;
import org.qibu.community.Office;
import org.springframework.stereotype.Component;

/** Which offices nobody was given, so that what is reported to them goes to a whole group or to nobody. */
@Component
public class Vacancies {

    private final Terms terms;
    private final Clock clock;

    Vacancies(Terms terms, Clock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    /** The vacant offices of these communities today. */
    public List<Seat> of(Collection<String> communities) {
        var held = new HashSet<>(terms.held(communities, Calendars.dayOf(clock.instant())));
        return communities.stream()
                .flatMap(Vacancies::seats)
                .filter(seat -> !held.contains(seat))
                .toList();
    }

    private static Stream<Seat> seats(String community) {
        return Arrays.stream(Office.values()).map(office -> new Seat(community, office));
    }
}
