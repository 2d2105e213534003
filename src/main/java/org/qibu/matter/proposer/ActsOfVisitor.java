package org.qibu.matter.proposer;

import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.qibu.calendar.period.PeriodLength;
import org.qibu.matter.Matter;

/** Which acts a page offers to whoever looks at it; asks only where the page shows them. */
public class ActsOfVisitor {

    private final OpenActs open;
    private final ProposerPeriods periods;
    private final Standing standing;
    private final Principal user;

    ActsOfVisitor(OpenActs open, ProposerPeriods periods, Standing standing, Principal user) {
        this.open = open;
        this.periods = periods;
        this.standing = standing;
        this.user = user;
    }

    /** The acts the holder of the receipt can do now. */
    public List<Act> open(Matter matter) {
        return open.of(matter);
    }

    /** How long an act is open; empty where it has no such period. */
    public Optional<PeriodLength> period(Matter matter, Act act) {
        return switch (act) {
            case RECHECK -> Optional.of(periods.recheck(matter.matterNo()));
            case REVIVE -> Optional.of(periods.revival());
            case REPLY, WITHDRAW -> Optional.empty();
        };
    }

    /** The acts this visitor, as staff of the community, can do now on behalf. */
    public List<Act> onBehalf(Matter matter) {
        return standing.isStaff(matter, user) ? open.of(matter) : List.of();
    }
}
