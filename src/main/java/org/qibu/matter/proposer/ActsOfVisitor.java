package org.qibu.matter.proposer;

import java.security.Principal;
import java.util.List;
import org.qibu.matter.Matter;

/** Which acts a page offers to whoever looks at it; asks only where the page shows them. */
public class ActsOfVisitor {

    private final OpenActs open;
    private final Standing standing;
    private final Principal user;

    ActsOfVisitor(OpenActs open, Standing standing, Principal user) {
        this.open = open;
        this.standing = standing;
        this.user = user;
    }

    /** The acts the holder of the receipt can do now. */
    public List<Act> open(Matter matter) {
        return open.of(matter);
    }

    /** The acts this visitor, as staff of the community, can do now on behalf. */
    public List<Act> onBehalf(Matter matter) {
        return standing.isStaff(matter, user) ? open.of(matter) : List.of();
    }
}
