package org.qibu.matter.page;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qibu.community.Communities;
import org.qibu.community.Community;
import org.qibu.matter.Matter;
import org.qibu.matter.MatterMasking;
import org.qibu.matter.Matters;
import org.qibu.matter.PollBoard;
import org.qibu.matter.PollBoard.Poll;
import org.qibu.matter.Timeline;
import org.qibu.privacy.MaskedText;
import org.qibu.privacy.Masker;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** A matter as everybody may see it: where it stands, never who raised it nor what they wrote. */
@Component
@NamedInterface("page")
public class PublicView {

    private final Matters matters;
    private final Communities communities;
    private final Timeline timeline;
    private final NoticeBoard noticeBoard;
    private final SingletonSupplier<List<PollBoard>> polls;
    private final MatterMasking masking;

    PublicView(
            Matters matters,
            Communities communities,
            Timeline timeline,
            NoticeBoard noticeBoard,
            ObjectProvider<PollBoard> polls,
            MatterMasking masking) {
        this.matters = matters;
        this.communities = communities;
        this.timeline = timeline;
        this.noticeBoard = noticeBoard;
        this.polls = SingletonSupplier.of(() -> polls.stream().toList());
        this.masking = masking;
    }

    /** A line of the timeline everybody may read. */
    public record Line(Instant at, String step, String kind, MaskedText text) {}

    /** A notice everybody may read; {@code objections} says how many were raised against it. */
    public record Posting(
            long noticeId,
            String kind,
            MaskedText title,
            MaskedText body,
            Instant postedAt,
            Instant postedUntil,
            Instant takenDownAt,
            int objections) {}

    /** The matter's state and what happened to it. */
    public record Sheet(
            Matter matter,
            MaskedText title,
            Community community,
            List<Poll> polls,
            List<Posting> notices,
            List<Line> timeline) {}

    /** The public sheet of a matter. */
    public Optional<Sheet> of(String matterNo, Locale language) {
        return matters.find(matterNo).map(matter -> of(matter, language));
    }

    Sheet of(Matter matter, Locale language) {
        var masker = masking.of(matter);
        return new Sheet(
                matter,
                masking.title(matter, masker),
                communities.get(matter.communityCode()),
                polls.obtain().stream()
                        .flatMap(each -> each.of(matter.matterNo()).stream())
                        .toList(),
                noticeBoard.notices(matter.matterNo()).stream()
                        .map(notice -> posting(notice, masker))
                        .toList(),
                timeline.of(matter.matterNo(), language).stream()
                        .filter(Timeline.Entry::visible)
                        .map(entry ->
                                new Line(entry.at(), entry.step().name(), entry.kind(), masker.mask(entry.text())))
                        .toList());
    }

    private static Posting posting(NoticeBoard.Notice notice, Masker masker) {
        return new Posting(
                notice.id(),
                notice.kind(),
                masker.seen().mask(notice.title()),
                masker.seen().mask(notice.body()),
                notice.postedAt(),
                notice.postedUntil(),
                notice.takenDownAt(),
                notice.objections());
    }
}
