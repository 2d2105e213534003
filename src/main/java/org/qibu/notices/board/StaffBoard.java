package org.qibu.notices.board;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.qibu.calendar.Calendars;
import org.qibu.engine.identity.Accounts;
import org.qibu.notices.Notice;
import org.qibu.notices.channels.Channel;
import org.qibu.notices.channels.Channels;
import org.qibu.notices.channels.Hanging;
import org.qibu.notices.objections.Objection;
import org.qibu.notices.objections.Objections;
import org.qibu.notices.posting.Notices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** What the staff's page of a matter shows of its notices; the template calls it {@code @staffBoard}. */
@Component("staffBoard")
public class StaffBoard {

    private final Notices notices;
    private final Channels channels;
    private final Objections objections;
    private final Accounts accounts;
    private final JdbcClient database;
    private final Clock clock;

    StaffBoard(
            Notices notices,
            Channels channels,
            Objections objections,
            Accounts accounts,
            JdbcClient database,
            Clock clock) {
        this.notices = notices;
        this.channels = channels;
        this.objections = objections;
        this.accounts = accounts;
        this.database = database;
        this.clock = clock;
    }

    /** An objection with how to reach who raised it, and until when it is to be answered. */
    public record Raised(Objection objection, String contact, Instant due, boolean late) {}

    /** A notice with where it hangs and what was said against it. */
    public record Posted(Notice notice, boolean up, boolean over, List<Hanging> places, List<Raised> objections) {}

    /** The notices of a matter, the newest first. */
    public List<Posted> of(String matterNo) {
        return notices.of(matterNo).stream()
                .map(this::posted)
                .sorted((one, other) ->
                        Long.compare(other.notice().id(), one.notice().id()))
                .toList();
    }

    /** The channels a person can post on. */
    public List<Channel> choices() {
        return Stream.of(Channel.values())
                .filter(channel -> channel != Channel.PORTAL)
                .toList();
    }

    /** Today in China, as forms want it. */
    public LocalDate today() {
        return Calendars.dayOf(clock.instant());
    }

    /** Whether whoever is logged in may say where a notice hangs. */
    public boolean mayPost() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .flatMap(login -> accounts.find(login.getName()))
                .filter(account -> account.isIn("residents-committee"))
                .isPresent();
    }

    private Posted posted(Notice notice) {
        var now = clock.instant();
        return new Posted(
                notice,
                notice.takenDownAt() == null,
                notice.endedAt() != null || !now.isBefore(notice.postedUntil()),
                channels.of(notice.id()),
                objections.against(notice.id()).stream()
                        .map(each -> raised(each, now))
                        .toList());
    }

    private Raised raised(Objection objection, Instant now) {
        var due = objections.due(objection);
        return new Raised(objection, contact(objection), due, objection.isOpen() && now.isAfter(due));
    }

    private String contact(Objection objection) {
        return database.sql("select coalesce(objector_email, objector_phone, '') from objection where id = ?")
                .param(objection.id())
                .query(String.class)
                .single();
    }
}
