package org.qibu.matter.page;

import java.security.Principal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.qibu.community.Communities;
import org.qibu.community.Community;
import org.qibu.engine.identity.Accounts.Account;
import org.qibu.engine.tasks.VisibleTasks;
import org.qibu.engine.tasks.VisibleTasks.Seen;
import org.qibu.matter.Matter;
import org.qibu.matter.MatterCode;
import org.qibu.matter.Matters;
import org.qibu.matter.Urgency;
import org.qibu.matter.access.StaffAccess;
import org.qibu.matter.display.DisplayText;
import org.qibu.matter.display.DueWords;
import org.springframework.stereotype.Component;

/** Builds the cards of a task list: what each task is about and when it is due. */
@Component
public class TaskCards {

    private final VisibleTasks tasks;
    private final Matters matters;
    private final Communities communities;
    private final StaffAccess staffAccess;
    private final DisplayText displayText;
    private final DueWords dueWords;

    TaskCards(
            VisibleTasks tasks,
            Matters matters,
            Communities communities,
            StaffAccess staffAccess,
            DisplayText displayText,
            DueWords dueWords) {
        this.tasks = tasks;
        this.matters = matters;
        this.communities = communities;
        this.staffAccess = staffAccess;
        this.displayText = displayText;
        this.dueWords = dueWords;
    }

    /**
     * One card, with the words of the asking page's language beside the codes.
     *
     * @param step S1 to S7
     * @param urgency EMERGENCY, URGENT, NORMAL or PLANNED; null while it is not set
     * @param due null where the task has no due moment
     * @param dueText how far away that is
     * @param dueExact day and hour in China
     */
    public record Card(
            String taskId,
            String matterNo,
            String title,
            String community,
            String step,
            String stepText,
            MatterCode<Urgency> urgency,
            String urgencyText,
            Instant due,
            String dueText,
            String dueExact,
            boolean overdue) {}

    /** The cards of those of these tasks that the user may see, in no order; the others are left out. */
    public List<Card> of(Collection<String> ids, Principal user, Locale language) {
        var own = staffAccess.account(user).map(Account::communities).orElse(List.of());
        var seen = tasks.of(ids);
        var about = matters.of(seen.stream().map(Seen::matterNo).collect(Collectors.toSet())).stream()
                .filter(matter -> own.contains(matter.communityCode()))
                .collect(Collectors.toMap(Matter::matterNo, matter -> matter));
        var names = communities.of(own).stream().collect(Collectors.toMap(Community::code, Community::name));
        return seen.stream()
                .filter(task -> about.containsKey(task.matterNo()))
                .map(task -> card(task, about.get(task.matterNo()), names, language))
                .toList();
    }

    private Card card(Seen task, Matter matter, Map<String, String> communityNames, Locale language) {
        return new Card(
                task.id(),
                matter.matterNo(),
                matter.title(),
                communityNames.getOrDefault(matter.communityCode(), matter.communityCode()),
                matter.step().name(),
                displayText.step(matter.step(), language),
                matter.urgency(),
                displayText.code(matter.urgency(), language),
                task.due(),
                dueWords.of(task.due(), language),
                displayText.moment(task.due(), language),
                dueWords.isOver(task.due()));
    }
}
