package org.qibu.portal.issue;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qibu.community.Communities;
import org.qibu.community.Community;
import org.qibu.engine.FormRefused;
import org.qibu.engine.process.TaskDriver;
import org.qibu.engine.submission.StartRequests;
import org.qibu.limits.Sender;
import org.qibu.matter.Matters;
import org.qibu.matter.access.StaffAccess;
import org.qibu.matter.contract.RecordIssueFields;
import org.springframework.stereotype.Component;

/** Takes what residents raise online, through the same form and checks as staff use. */
@Component
class IssueSubmission {

    private static final String NOBODY = "居民";

    private final IssueLimit limit;
    private final TaskDriver taskDriver;
    private final Matters matters;
    private final Communities communities;
    private final StaffAccess staffAccess;

    IssueSubmission(
            IssueLimit limit,
            TaskDriver taskDriver,
            Matters matters,
            Communities communities,
            StaffAccess staffAccess) {
        this.communities = communities;
        this.limit = limit;
        this.taskDriver = taskDriver;
        this.matters = matters;
        this.staffAccess = staffAccess;
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
        var number = staffAccess.isOf(community, user)
                ? taskDriver.receive(completed(values))
                : raise(sender, community, values);
        return new Receipt(number, matters.get(number).receipt());
    }

    /** Counts before it raises; what raised nothing, or was raised before, is taken back. */
    private String raise(Sender sender, String community, Map<String, Object> values) {
        limit.count(sender, community);
        var isRaised = false;
        try {
            var number = taskDriver.receive(completed(values));
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
        return values.get(RecordIssueFields.COMMUNITY_CODE) instanceof String code
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
        complete.putIfAbsent(RecordIssueFields.CHANNEL, "WEB");
        if (!complete.containsKey(RecordIssueFields.PROPOSER_NAME)) {
            complete.put(RecordIssueFields.PROPOSER_NAME, NOBODY);
            complete.put(RecordIssueFields.PROPOSER_ANONYMOUS, true);
        }
        return complete;
    }
}
