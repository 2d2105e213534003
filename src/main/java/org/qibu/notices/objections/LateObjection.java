package org.qibu.notices.objections;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.qibu.calendar.Calendars;
import org.qibu.community.Communities;
import org.qibu.matter.Matter;
import org.qibu.notices.Notice;
import org.qibu.notices.posting.Notices;
import org.springframework.stereotype.Component;

/** Formats what somebody can do instead who cannot object any more, or not to this. */
@Component
public class LateObjection {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINESE);

    private final Notices notices;
    private final Communities communities;

    LateObjection(Notices notices, Communities communities) {
        this.notices = notices;
        this.communities = communities;
    }

    /** Where the latest notice of a matter, if there is one, cannot be objected to. */
    String advice(Matter matter) {
        var latest = notices.of(matter.matterNo()).stream().reduce((first, second) -> second);
        return advice(matter, latest.map(LateObjection::ended).orElse("这个事项现在没有可以提出异议的公示。"));
    }

    /** Where this notice cannot be objected to. */
    String advice(Matter matter, Notice notice) {
        return advice(matter, ended(notice));
    }

    private String advice(Matter matter, String why) {
        var community = communities.get(matter.communityCode());
        var phone = community.phone().isBlank() ? "" : "（电话 " + community.phone() + "）";
        return (matter.isInstant() ? "这个事项已经当场办理，不设异议期。" : why) + "您仍然可以向" + community.name() + phone
                + "反映，社区会登记为新的议题办理。";
    }

    private static String ended(Notice notice) {
        if (notice.unattended() && notice.takenDownAt() == null) {
            return "这份公示只公布没有通过的表决结果，事项还在办理，不设异议期。";
        }
        var end = notice.takenDownAt() == null || notice.takenDownAt().isAfter(notice.postedUntil())
                ? notice.postedUntil()
                : notice.takenDownAt();
        return "公示已于" + DAY.format(Calendars.dayOf(end)) + "结束，现在不能再提出异议。";
    }
}
