package org.qibu.notices.board;

import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibu.calendar.Calendars;
import org.qibu.engine.FormRefused;
import org.qibu.engine.MatterLock;
import org.qibu.matter.Matter;
import org.qibu.matter.access.NothingThere;
import org.qibu.matter.access.StaffAccess;
import org.qibu.matter.file.CheckedFile;
import org.qibu.matter.file.FileRefused;
import org.qibu.matter.file.MatterFiles;
import org.qibu.notices.Notice;
import org.qibu.notices.channels.Channel;
import org.qibu.notices.channels.Channels;
import org.qibu.notices.channels.Hanging;
import org.qibu.notices.posting.Notices;
import org.qibu.text.TextCharacters;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Where the residents' committee says where a notice hangs, proves it with a photo and says when it came down. */
@Component
class ChannelRecords {

    static final String PHOTO = "noticePhoto";

    private static final String GROUP = "residents-committee";
    private static final int LONGEST_PLACE = 100;

    private final Notices notices;
    private final Channels channels;
    private final MatterFiles files;
    private final StaffAccess staffAccess;
    private final MatterLock lock;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ChannelRecords(
            Notices notices,
            Channels channels,
            MatterFiles files,
            StaffAccess staffAccess,
            MatterLock lock,
            TransactionTemplate transaction,
            Clock clock) {
        this.notices = notices;
        this.channels = channels;
        this.files = files;
        this.staffAccess = staffAccess;
        this.lock = lock;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What somebody says about a place.
     *
     * @param channel one of {@link Channel} but PORTAL
     * @param place in words, at most 100 characters
     * @param postedAt a day or a moment, in China where it has no offset; empty for now
     */
    record Entry(String channel, String place, String postedAt) {}

    /** A place of a notice of a matter of one's own community. */
    record Spot(Matter matter, Notice notice, String account) {}

    /** Notes that a notice was posted somewhere, with a photo or without. */
    Hanging post(String matterNo, long noticeId, Entry entry, @Nullable MultipartFile photo, Principal user)
            throws IOException {
        mustPost(matterNo, user);
        var checked = photo != null && isThere(photo) ? checked(photo) : null;
        return transaction.execute(status -> post(matterNo, noticeId, entry, checked, user));
    }

    private Hanging post(String matterNo, long noticeId, Entry entry, @Nullable CheckedFile photo, Principal user) {
        var spot = open(matterNo, noticeId, user);
        var faults = new FormRefused.Collector();
        var channel = Stream.of(Channel.values())
                .filter(each -> each != Channel.PORTAL && each.name().equals(entry.channel()))
                .findFirst();
        faults.check(channel.isPresent(), "channel", "请选择张贴在哪里；本系统的公示页会自动张贴，不用登记。");
        var place = entry.place() == null ? "" : TextCharacters.shownOnOneLine(entry.place());
        TextCharacters.fault(place).ifPresent(fault -> faults.add("place", "具体位置" + fault));
        faults.check(
                place.codePointCount(0, place.length()) <= LONGEST_PLACE, "place", "具体位置最多 " + LONGEST_PLACE + " 个字。");
        var at = moment(entry.postedAt(), spot.notice(), faults);
        faults.refuseIfAny();
        var hanging = channels.post(noticeId, channel.orElseThrow(), place, at, spot.account());
        return photo == null ? hanging : prove(spot, hanging, photo);
    }

    /** Adds the photo to a place where a notice hangs or hung; a later one replaces it. */
    Hanging prove(String matterNo, long noticeId, int no, MultipartFile photo, Principal user) throws IOException {
        mustPost(matterNo, user);
        if (!isThere(photo)) {
            throw new FileRefused("请先拍照或选择照片。");
        }
        var checked = checked(photo);
        return transaction.execute(status -> prove(open(matterNo, noticeId, user), posted(noticeId, no), checked));
    }

    /** Notes that a notice was taken down there. */
    @Transactional
    Hanging takeDown(String matterNo, long noticeId, int no, Principal user) {
        var spot = open(matterNo, noticeId, user);
        var hanging = posted(noticeId, no);
        if (hanging.channel() == Channel.PORTAL) {
            throw conflict("本系统的公示页到期自动撤下，不用登记。");
        }
        if (!channels.takeDown(hanging, spot.account())) {
            throw conflict("这里的公示已经登记为撤下。");
        }
        return channels.find(noticeId, no).orElseThrow();
    }

    private StaffAccess.View mustPost(String matterNo, Principal user) {
        var view = staffAccess.open(matterNo, user);
        if (!view.account().isIn(GROUP)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "公示由社区居委会工作人员张贴和登记。");
        }
        return view;
    }

    /** A photo drawn anew, before anything is held. */
    private CheckedFile checked(MultipartFile photo) throws IOException {
        var checked = files.check(photo.getOriginalFilename(), photo);
        if (!checked.isPicture()) {
            throw new FileRefused("请上传照片（jpg、png 或 webp），不要上传文档。");
        }
        return checked;
    }

    private Spot open(String matterNo, long noticeId, Principal user) {
        var view = mustPost(matterNo, user);
        lock.hold(matterNo);
        return notices.hold(noticeId)
                .filter(notice -> notice.matterNo().equals(matterNo))
                .map(notice -> new Spot(view.matter(), notice, view.account().id()))
                .orElseThrow(() -> new NothingThere("这个事项没有这份公示。"));
    }

    private Hanging posted(long noticeId, int no) {
        var hanging = channels.find(noticeId, no).orElseThrow(() -> new NothingThere("这份公示没有登记这个张贴位置。"));
        if (hanging.isPlanned()) {
            throw conflict("这里还没有登记张贴，请先登记“已张贴”。");
        }
        return hanging;
    }

    private Hanging prove(Spot spot, Hanging hanging, CheckedFile photo) {
        var file = files.keep(spot.matter(), PHOTO, photo, spot.account());
        channels.prove(hanging, file.id());
        return channels.find(hanging.noticeId(), hanging.no()).orElseThrow();
    }

    private static boolean isThere(@Nullable MultipartFile photo) {
        return photo != null && !photo.isEmpty();
    }

    private Instant moment(String text, Notice notice, FormRefused.Collector faults) {
        var now = clock.instant();
        if (text == null || text.isBlank()) {
            return now;
        }
        try {
            var at = read(text.strip(), now);
            faults.check(!at.isAfter(now), "postedAt", "张贴时间不能晚于现在。");
            faults.check(
                    !Calendars.dayOf(at).isBefore(Calendars.dayOf(notice.postedAt())), "postedAt", "张贴时间不能早于公示开始的那一天。");
            return at;
        } catch (DateTimeException unreadable) {
            faults.add("postedAt", "看不懂张贴时间，请照 2026-11-23 的样子填写。");
            return now;
        }
    }

    private static Instant read(String text, Instant now) {
        if (text.length() == "2026-11-23".length()) {
            var day = LocalDate.parse(text);
            return day.equals(Calendars.dayOf(now))
                    ? now
                    : day.atTime(12, 0).atZone(Calendars.CHINA).toInstant();
        }
        return text.matches(".*([Zz]|[+-]\\d\\d:\\d\\d)")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(Calendars.CHINA).toInstant();
    }

    private static ResponseStatusException conflict(String sentence) {
        return new ResponseStatusException(HttpStatus.CONFLICT, sentence);
    }
}
