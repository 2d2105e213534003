package org.qibu.notices.board;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibu.community.Communities;
import org.qibu.community.Community;
import org.qibu.matter.access.NothingThere;
import org.qibu.privacy.MaskedText;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What hangs now, for programs. */
@RestController
class NoticeApi {

    private static final int MOST = 200;

    private final PublicBoard board;
    private final Communities communities;

    NoticeApi(PublicBoard board, Communities communities) {
        this.board = board;
        this.communities = communities;
    }

    /** A notice; {@code objections} says how many were raised against it. */
    record Line(
            long noticeId,
            String matterNo,
            String communityCode,
            String kind,
            MaskedText title,
            MaskedText body,
            Instant postedAt,
            Instant postedUntil,
            @Nullable Instant takenDownAt,
            int objections) {}

    /** The notices that hang in a community, or in all of them, newest first. */
    @GetMapping("/api/notices")
    List<Line> list(@RequestParam(defaultValue = "") String community) {
        return board.posted(asked(community).map(Community::code).toList(), MOST).stream()
                .map(NoticeApi::line)
                .toList();
    }

    private Stream<Community> asked(String code) {
        return code.isBlank()
                ? communities.all().stream()
                : Stream.of(communities.find(code).orElseThrow(() -> new NothingThere("没有找到这个社区，请核对代码。")));
    }

    private static Line line(PublicBoard.Sheet sheet) {
        var notice = sheet.notice();
        return new Line(
                notice.id(),
                notice.matterNo(),
                notice.communityCode(),
                notice.kind(),
                notice.title(),
                notice.body(),
                notice.postedAt(),
                notice.postedUntil(),
                notice.takenDownAt(),
                sheet.objections().size());
    }
}
