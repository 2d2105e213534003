package org.qibu.deadlines.escalation;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibu.community.Office;
import org.qibu.community.Offices;
import org.qibu.deadlines.ladder.Rung;
import org.qibu.deadlines.time.LateTask;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.identity.Accounts.Account;

/** Who is meant by the words of the ladder, for one sweep: an answer is looked up once. */
public class Recipients {

    private final Accounts accounts;
    private final Offices offices;
    private final Map<String, List<String>> members = new HashMap<>();
    private final Map<String, List<String>> holders = new HashMap<>();
    private final Map<String, Optional<Account>> known = new HashMap<>();

    public Recipients(Accounts accounts, Offices offices) {
        this.accounts = accounts;
        this.offices = offices;
    }

    /** Looks up at once whoever holds these tasks or is offered them by name. */
    void meet(Collection<LateTask> tasks) {
        var strangers = tasks.stream()
                .flatMap(task -> Stream.concat(Stream.ofNullable(task.assignee()), task.users().stream()))
                .filter(id -> !known.containsKey(id))
                .collect(Collectors.toSet());
        strangers.forEach(id -> known.put(id, Optional.empty()));
        accounts.all(strangers).forEach(account -> known.put(account.id(), Optional.of(account)));
    }

    /** The accounts these words mean for a task, each once; the head of the committee where they mean nobody. */
    public Set<String> of(Collection<String> words, LateTask task) {
        var meant = words.stream()
                .flatMap(word -> meant(word, task).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return meant.isEmpty() && !words.isEmpty() ? new LinkedHashSet<>(office(Office.COMMITTEE_HEAD, task)) : meant;
    }

    private Collection<String> meant(String word, LateTask task) {
        return Rung.HOLDER.equals(word)
                ? holders(task)
                : Office.called(word).map(office -> office(office, task)).orElse(List.of());
    }

    /** Who has the task; while nobody has, all it is offered to. */
    Collection<String> holders(LateTask task) {
        var holder = account(task.assignee());
        if (holder.isPresent()) {
            return List.of(holder.get().id());
        }
        var offered = new LinkedHashSet<String>();
        task.users().stream().filter(user -> account(user).isPresent()).forEach(offered::add);
        task.groups().forEach(group -> offered.addAll(members(group, task.communityCode())));
        return offered;
    }

    private List<String> office(Office office, LateTask task) {
        var community = task.communityCode();
        return community == null
                ? List.of()
                : holders.computeIfAbsent(office + " " + community, key -> find(office, community));
    }

    private List<String> find(Office office, String community) {
        var named = offices.holders(community, office).stream()
                .filter(account -> account(account)
                        .filter(found -> found.communities().contains(community))
                        .isPresent())
                .toList();
        return named.isEmpty() ? members(office.group(), community) : named;
    }

    private List<String> members(String group, @Nullable String community) {
        return members.computeIfAbsent(group + " " + community, key -> {
            var found = community == null ? accounts.members(group) : accounts.members(group, community);
            found.forEach(account -> known.put(account.id(), Optional.of(account)));
            return found.stream().map(Account::id).sorted().toList();
        });
    }

    /** The account of this id; empty for nobody. */
    public Optional<Account> account(@Nullable String id) {
        return id == null ? Optional.empty() : known.computeIfAbsent(id, accounts::find);
    }
}
