package org.qibu.notices.objections;

import java.security.Principal;
import org.qibu.limits.Sender;
import org.qibu.matter.Matters;
import org.qibu.matter.access.NothingThere;
import org.qibu.matter.access.StaffAccess;
import org.qibu.notices.posting.Notices;
import org.springframework.stereotype.Component;

/** Where objections arrive: from anybody so often within an hour, from staff of the community on behalf of others. */
@Component
public class ObjectionIntake {

    private final Notices notices;
    private final Objections objections;
    private final ObjectionLimit limit;
    private final LateObjection late;
    private final Matters matters;
    private final StaffAccess staffAccess;

    ObjectionIntake(
            Notices notices,
            Objections objections,
            ObjectionLimit limit,
            LateObjection late,
            Matters matters,
            StaffAccess staffAccess) {
        this.notices = notices;
        this.objections = objections;
        this.limit = limit;
        this.late = late;
        this.matters = matters;
        this.staffAccess = staffAccess;
    }

    /**
     * Takes an objection against what hangs of a matter.
     *
     * @param sender whom it comes from
     * @param user who is logged in; null for the public
     */
    public Objection take(String matterNo, NewObjection said, Sender sender, Principal user) {
        said.check();
        var matter = matters.find(matterNo).orElseThrow(NothingThere::matter);
        if (staffAccess.isOf(matter.communityCode(), user)) {
            return objections.raise(matterNo, said, user.getName());
        }
        limit.take(sender, matterNo);
        try {
            return objections.raise(matterNo, said, null);
        } catch (RuntimeException refused) {
            limit.takeBack(sender, matterNo);
            throw refused;
        }
    }

    /** Takes an objection against this notice and no later one of its matter. */
    public Objection take(long noticeId, NewObjection said, Sender sender, Principal user) {
        var notice = notices.find(noticeId).orElseThrow(() -> new NothingThere("没有找到这份公示，请核对地址。"));
        if (notice.takenDownAt() != null) {
            throw NoObjection.nothingPosted(late.advice(matters.get(notice.matterNo()), notice));
        }
        return take(notice.matterNo(), said, sender, user);
    }
}
