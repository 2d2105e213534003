package org.qibu.matter.page;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.qibu.engine.FormRefused;
import org.qibu.engine.MatterLock;
import org.qibu.matter.PublicTitles;
import org.qibu.matter.Timeline;
import org.qibu.matter.access.StaffAccess;
import org.qibu.privacy.MaskedText;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Where staff say anew under which title everybody reads of a matter, whatever step it is in. */
@Component
public class PublicTitleEditor {

    private static final String[] GROUPS = {"residents-committee", "grid-staff"};

    private final StaffAccess staffAccess;
    private final PublicTitles titles;
    private final Timeline timeline;
    private final MatterLock lock;

    PublicTitleEditor(StaffAccess staffAccess, PublicTitles titles, Timeline timeline, MatterLock lock) {
        this.lock = lock;
        this.staffAccess = staffAccess;
        this.titles = titles;
        this.timeline = timeline;
    }

    /**
     * What the staff's page shows: what everybody reads now, and what stands in the field.
     *
     * @param doubts what looks like a name or a number of a person in what everybody reads
     * @param confirmed whether staff confirmed it; otherwise the one in the field is a suggestion
     */
    public record Block(MaskedText shown, List<String> doubts, boolean confirmed, String field, boolean mayChange) {}

    /** The block on the page of a matter, for whoever looks at it. */
    Block block(StaffAccess.View view) {
        var matter = view.matter();
        var confirmed = matter.publicTitle() != null;
        return new Block(
                titles.shown(matter),
                confirmed ? titles.doubts(matter, matter.publicTitle()) : List.of(),
                confirmed,
                confirmed ? matter.publicTitle() : titles.suggest(matter),
                view.account().isIn(GROUPS));
    }

    /**
     * Confirms or changes the title, and says what in it looks like a name or a number of a person.
     *
     * @param seen whether whoever confirms it saw what looks so
     * @throws FormRefused where it is empty, too long, still says who or whose home it is about, or only seems to and that was
     *     not seen
     */
    @Transactional
    public Map<String, Object> confirm(String matterNo, String title, boolean seen, Principal user) {
        lock.hold(matterNo);
        var view = staffAccess.open(matterNo, user);
        if (!view.account().isIn(GROUPS)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "公开标题由社区居委会工作人员、网格员确认。");
        }
        var text = Objects.requireNonNullElse(title, "").strip();
        var faults = new FormRefused.Collector();
        faults.check(!text.isEmpty(), PublicTitles.FIELD, "请填写“公开标题”。");
        faults.check(
                text.codePointCount(0, text.length()) <= PublicTitles.LONGEST,
                PublicTitles.FIELD,
                "“公开标题”最多 " + PublicTitles.LONGEST + " 个字。");
        titles.check(view.matter(), text, seen, faults);
        faults.refuseIfAny();
        titles.confirm(view.matter(), text);
        timeline.note(view.matter(), view.account().id(), "publicTitleConfirmed", text);
        return Map.of(PublicTitles.FIELD, text, "doubts", titles.doubts(view.matter(), text));
    }
}
