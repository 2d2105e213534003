package org.qibu.portal;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qibu.community.Communities;
import org.qibu.community.Community;
import org.qibu.engine.Desk;
import org.qibu.engine.FormRefused;
import org.qibu.engine.door.StartRequests;
import org.qibu.limits.Sender;
import org.qibu.matter.Matters;
import org.qibu.matter.page.Staff;
import org.springframework.stereotype.Component;

/** Takes what residents raise online, through the same form and checks as staff use. */
@Component
class IssueDoor {

    private static final String NOBODY = "居民";

    private final IssueLimit limit;
    private final Desk desk;
    private final Matters matters;
    private final Communities communities;
    private final Staff staff;

    IssueDoor(IssueLimit limit, Desk desk, Matters matters, Communities communities, Staff staff) {
        this.communities = communities;
        this.limit = limit;
        this.desk = desk;
        this.matters = matters;
        this.staff = staff;
    }

    /** The number of the new matter, and the code with which its proposer acts on it. */
    record Receipt(String matterNo, String receipt) {}

    /**
     * Opens a matter.
     *
     * @param sender whom it comes from, for the limit
     * @param user who is logged in, if anybody is; staff of the community raise as many as there are
     * @param values by the keys of the form {@code record-issue}
     * @throws FormRefused naming every field that is wrong
     * @throws TooManyIssues when this sender raised too many
     */
    Receipt receive(Sender sender, Principal user, Map<String, Object> values) {
        var community = communityOf(values);
        var number = staff.isOf(community, user) ? desk.receive(completed(values)) : raise(sender, community, values);
        return new Receipt(number, matters.get(number).receipt());
    }

    /** Counts before it raises; what raised nothing, or was raised before, is taken back. */
    private String raise(Sender sender, String community, Map<String, Object> values) {
        limit.count(sender, community);
        var isRaised = false;
        try {
            var number = desk.receive(completed(values));
            isRaised = !StartRequests.isRepeated();
            return number;
        } finally {
            if (!isRaised) {
                limit.takeBack(sender, community);
            }
        }
    }

    /** Only a code there is counts for itself; all others, however they are written, count together. */
    private String communityOf(Map<String, Object> values) {
        return values.get("communityCode") instanceof String code
                ? communities.of(List.of(code)).stream()
                        .map(Community::code)
                        .findFirst()
                        .orElse("")
                : "";
    }

    /** Whoever gives no name stays without one. */
    private static Map<String, Object> completed(Map<String, Object> values) {
        var complete = new LinkedHashMap<>(values);
        complete.values().removeIf(value -> value == null || value instanceof String text && text.isBlank());
        complete.putIfAbsent("channel", "WEB");
        if (!complete.containsKey("proposerName")) {
            complete.put("proposerName", NOBODY);
            complete.put("proposerAnonymous", true);
        }
        return complete;
    }
}
