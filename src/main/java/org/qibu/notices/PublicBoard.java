package org.qibu.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.qibu.calendar.Calendars;
import org.qibu.community.Communities;
import org.qibu.community.Community;
import org.qibu.matter.Masking;
import org.qibu.matter.Matter;
import org.qibu.matter.Matters;
import org.qibu.text.ComparisonKey;
import org.springframework.stereotype.Component;

/** The notices as everybody may see them: what hangs, what hung lately, how objections were answered. */
@Component
public class PublicBoard {

    private static final int MOST = 200;
    private static final Duration LATELY = Duration.ofDays(30);

    private final Notices notices;
    private final Channels channels;
    private final Objections objections;
    private final Matters matters;
    private final Communities communities;
    private final Masking masking;
    private final Clock clock;

    PublicBoard(
            Notices notices,
            Channels channels,
            Objections objections,
            Matters matters,
            Communities communities,
            Masking masking,
            Clock clock) {
        this.notices = notices;
        this.channels = channels;
        this.objections = objections;
        this.matters = matters;
        this.communities = communities;
        this.masking = masking;
        this.clock = clock;
    }

    /** An objection without who raised it and what it says: only staff may know. */
    public record Answered(int no, Instant raisedAt, Boolean upheld, String answer, Instant answeredAt) {}

    /**
     * A notice for everybody.
     *
     * @param daysLeft days from today to the last one; negative once it is over
     * @param takesObjections whether one can object now
     * @param upheld whether it came down because an objection was right
     */
    public record Sheet(
            Notice notice,
            Community community,
            long daysLeft,
            boolean takesObjections,
            boolean upheld,
            List<Hanging> places,
            List<Answered> objections) {

        /** Whether it hangs, be it only until an objection is answered. */
        public boolean isUp() {
            return notice.takenDownAt() == null;
        }
    }

    /** A community with what hangs there and what was taken down within 30 days. */
    public record Wall(Community community, List<Sheet> up, List<Sheet> down) {

        /** Whether there is nothing to see. */
        public boolean isBare() {
            return up.isEmpty() && down.isEmpty();
        }
    }

    /** The walls of one community, or of all where the code is empty. */
    public List<Wall> walls(String code) {
        return communities.all().stream()
                .filter(community -> code.isEmpty() || ComparisonKey.same(community.code(), code))
                .map(this::wall)
                .toList();
    }

    private Wall wall(Community community) {
        var code = List.of(community.code());
        return new Wall(
                community,
                notices.posted(code, MOST).stream().map(this::sheet).toList(),
                notices.takenDownSince(code, clock.instant().minus(LATELY), MOST).stream()
                        .map(this::sheet)
                        .toList());
    }

    /** One notice. */
    public Optional<Sheet> find(long id) {
        return notices.find(id).map(this::sheet);
    }

    private Sheet sheet(Notice notice) {
        var matter = matters.get(notice.matterNo());
        var raised = objections.against(notice.id());
        return new Sheet(
                notice,
                communities.get(notice.communityCode()),
                ChronoUnit.DAYS.between(Calendars.dayOf(clock.instant()), Calendars.dayOf(notice.postedUntil())),
                notice.takenDownAt() == null && objections.takes(matter, notice),
                raised.stream().anyMatch(Objection::isUpheld),
                channels.of(notice.id()).stream()
                        .filter(place -> !place.isPlanned())
                        .toList(),
                raised.stream().map(each -> answered(matter, each)).toList());
    }

    private Answered answered(Matter matter, Objection objection) {
        var answer = objection.isOpen() ? null : masking.mask(matter, objection.answer(), objection.objector());
        return new Answered(objection.no(), objection.raisedAt(), objection.upheld(), answer, objection.answeredAt());
    }
}
