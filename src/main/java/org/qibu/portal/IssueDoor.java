package org.qibu.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qibu.community.Communities;
import org.qibu.community.Community;
import org.qibu.engine.Desk;
import org.qibu.engine.FormRefused;
import org.qibu.matter.Matters;
import org.springframework.stereotype.Component;

/** Takes what residents raise online, through the same form and checks as staff use. */
@Component
class IssueDoor {

    private static final String NOBODY = "居民";

    private final IssueLimit limit;
    private final Desk desk;
    private final Matters matters;
    private final Communities communities;

    IssueDoor(IssueLimit limit, Desk desk, Matters matters, Communities communities) {
        this.communities = communities;
        this.limit = limit;
        this.desk = desk;
        this.matters = matters;
    }

    /** The number of the new matter, and the code with which its proposer acts on it. */
    record Receipt(String matterNo, String receipt) {}

    /**
     * Opens a matter.
     *
     * @param address where it comes from, for the limit
     * @param values by the keys of the form {@code record-issue}
     * @throws FormRefused naming every field that is wrong
     * @throws TooManyIssues when this address raised too many
     */
    Receipt receive(String address, Map<String, Object> values) {
        var community = communityOf(values);
        limit.count(address, community);
        var number = raise(address, community, values);
        return new Receipt(number, matters.get(number).receipt());
    }

    private String raise(String address, String community, Map<String, Object> values) {
        try {
            return desk.receive(completed(values));
        } catch (RuntimeException refused) {
            limit.takeBack(address, community);
            throw refused;
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
