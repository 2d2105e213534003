package org.qibu.notices;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.qibu.community.Communities;
import org.qibu.community.Community;
import org.qibu.matter.page.NothingThere;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What hangs now, for programs. */
@RestController
class NoticeApi {

    private static final int MOST = 200;

    private final Notices notices;
    private final Objections objections;
    private final Communities communities;

    NoticeApi(Notices notices, Objections objections, Communities communities) {
        this.notices = notices;
        this.objections = objections;
        this.communities = communities;
    }

    /** A notice; {@code objections} says how many were raised against it. */
    record Posting(
            long noticeId,
            String matterNo,
            String communityCode,
            String kind,
            String title,
            String body,
            Instant postedAt,
            Instant postedUntil,
            Instant takenDownAt,
            int objections) {}

    /** The notices that hang in a community, or in all of them, newest first. */
    @GetMapping("/api/notices")
    List<Posting> list(@RequestParam(defaultValue = "") String community) {
        return notices.posted(asked(community).map(Community::code).toList(), MOST).stream()
                .map(this::posting)
                .toList();
    }

    private Stream<Community> asked(String code) {
        return code.isBlank()
                ? communities.all().stream()
                : Stream.of(communities.find(code).orElseThrow(() -> new NothingThere("没有找到这个社区，请核对代码。")));
    }

    private Posting posting(Notice notice) {
        return new Posting(
                notice.id(),
                notice.matterNo(),
                notice.communityCode(),
                notice.kind(),
                notice.title(),
                notice.body(),
                notice.postedAt(),
                notice.postedUntil(),
                notice.takenDownAt(),
                objections.against(notice.id()).size());
    }
}
