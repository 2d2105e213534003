package org.qibu.notices.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibu.calendar.Calendars;
import org.qibu.community.Communities;
import org.qibu.community.Community;
import org.qibu.matter.Matter;
import org.qibu.matter.MatterMasking;
import org.qibu.matter.Matters;
import org.qibu.notices.Notice;
import org.qibu.notices.channels.Channel;
import org.qibu.notices.channels.Channels;
import org.qibu.notices.objections.Objection;
import org.qibu.notices.objections.Objections;
import org.qibu.notices.posting.Notices;
import org.qibu.privacy.MaskedText;
import org.qibu.privacy.Masker;
import org.qibu.text.ComparisonKey;
import org.springframework.stereotype.Component;

/** The notices as everybody may see them: what hangs, what hung lately, how objections were answered. */
@Component
public class PublicBoard {

    private static final int MOST = 200;
    /** How long a notice is listed after it was taken down; nobody acts within it. */
    private static final Duration LATELY = Duration.ofDays(30);

    private final Notices notices;
    private final Channels channels;
    private final Objections objections;
    private final Matters matters;
    private final Communities communities;
    private final MatterMasking masking;
    private final Clock clock;

    PublicBoard(
            Notices notices,
            Channels channels,
            Objections objections,
            Matters matters,
            Communities communities,
            MatterMasking masking,
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
    public record Answered(
            int no,
            Instant raisedAt,
            @Nullable Boolean upheld,
            @Nullable MaskedText answer,
            @Nullable Instant answeredAt) {}

    /** Where a notice hangs or hung, in words anybody may read. */
    public record Place(Channel channel, MaskedText place, boolean up) {}

    /**
     * A notice for everybody.
     *
     * @param daysLeft days from today to the last one; negative once it is over
     * @param takesObjections whether one can object now
     * @param upheld whether it came down because an objection was right
     */
    public record Sheet(
            Posting notice,
            Community community,
            long daysLeft,
            boolean takesObjections,
            boolean upheld,
            List<Place> places,
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
                sheets(notices.posted(code, MOST)),
                sheets(notices.takenDownSince(code, clock.instant().minus(LATELY), MOST)));
    }

    /** What hangs now in these communities, newest first. */
    List<Sheet> posted(List<String> codes, int most) {
        return sheets(notices.posted(codes, most));
    }

    /** One notice. */
    public Optional<Sheet> find(long id) {
        return sheets(notices.find(id).stream().toList()).stream().findFirst();
    }

    private List<Sheet> sheets(List<Notice> hung) {
        var found = matters.of(hung.stream().map(Notice::matterNo).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Matter::matterNo, Function.identity()));
        var maskers = masking.of(found.values());
        return hung.stream()
                .map(notice -> sheet(
                        notice,
                        Objects.requireNonNull(found.get(notice.matterNo()), "a notice has a matter"),
                        Objects.requireNonNull(maskers.get(notice.matterNo()), "a matter has a masker")))
                .toList();
    }

    private Sheet sheet(Notice notice, Matter matter, Masker masker) {
        var raised = objections.against(notice.id());
        return new Sheet(
                Posting.of(notice, masker),
                communities.get(notice.communityCode()),
                ChronoUnit.DAYS.between(Calendars.dayOf(clock.instant()), Calendars.dayOf(notice.postedUntil())),
                notice.takenDownAt() == null && objections.takes(matter, notice),
                raised.stream().anyMatch(Objection::isUpheld),
                channels.of(notice.id()).stream()
                        .filter(place -> !place.isPlanned())
                        .map(place -> new Place(place.channel(), masker.mask(place.place()), place.isUp()))
                        .toList(),
                raised.stream().map(each -> answered(masker, each)).toList());
    }

    private static Answered answered(Masker masker, Objection objection) {
        var answer = objection.isOpen() ? null : masker.mask(objection.answer());
        return new Answered(objection.no(), objection.raisedAt(), objection.upheld(), answer, objection.answeredAt());
    }
}
