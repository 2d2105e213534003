package org.qibu.deadlines.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qibu.deadlines.board.OpenDeadline.State;

/**
 * What somebody wants to see of the board; empty means all.
 *
 * @param holder as in {@link OpenDeadline#holder()}
 * @param state LATE, NEAR, NORMAL, HELD, or RED for those the sub-district was told of
 */
public record BoardFilter(String community, String step, String holder, String state) {

    public BoardFilter {
        community = clean(community);
        step = clean(step);
        holder = clean(holder);
        state = clean(state);
    }

    private static String clean(String text) {
        return text == null ? "" : text.strip();
    }

    /** The communities to look at, of those this person belongs to. */
    List<String> among(List<String> own) {
        return own.contains(community) ? List.of(community) : own;
    }

    /** Whether a line is wanted. */
    boolean includes(OpenDeadline line) {
        return (community.isEmpty() || community.equals(line.communityCode()))
                && (step.isEmpty() || step.equals(line.step()))
                && (holder.isEmpty() || holder.equals(line.holder()))
                && (state.isEmpty() || isOfState(line));
    }

    private boolean isOfState(OpenDeadline line) {
        return "RED".equals(state) ? line.red() : state.equals(line.state().name());
    }

    /** The same with one thing asked for otherwise, as it stands in an address. */
    public Map<String, Object> with(String name, Object value) {
        var address = address();
        address.put(name, value);
        return address;
    }

    /** The same with two things asked for otherwise. */
    public Map<String, Object> with(String name, Object value, State state) {
        var address = with(name, value);
        address.put("state", state.name());
        return address;
    }

    /** As it stands in an address. */
    public Map<String, Object> address() {
        var address = new LinkedHashMap<String, Object>();
        address.put("community", community);
        address.put("step", step);
        address.put("holder", holder);
        address.put("state", state);
        address.values().removeIf(""::equals);
        return address;
    }
}
