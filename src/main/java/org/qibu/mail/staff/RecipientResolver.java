package org.qibu.mail.staff;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.qibu.mail.StaffNote;
import org.qibu.mail.staff.StaffDirectory.Colleague;
import org.springframework.stereotype.Component;

/** Finds out who reads what is meant for many accounts, and how they chose to be written to; each thing is asked for once. */
@Component
public class RecipientResolver {

    private final StaffDirectory directory;
    private final MailChoices choices;

    public RecipientResolver(StaffDirectory directory, MailChoices choices) {
        this.directory = directory;
        this.choices = choices;
    }

    /**
     * Who reads what is meant for an account.
     *
     * @param person empty where there is no such account
     * @param absent whom the reader stands in for
     */
    record Reader(String id, Optional<Colleague> person, Optional<Colleague> absent, MailChoice choice) {}

    /** An account that is meant, in a community; null for work of no community. */
    record Addressee(String accountId, String communityCode) {

        static Addressee of(StaffNote note) {
            return new Addressee(note.accountId(), note.communityCode());
        }
    }

    /** The readers of notes, by whom they are meant for. */
    Map<Addressee, Reader> resolve(Collection<StaffNote> notes) {
        var meant = notes.stream().map(Addressee::of).collect(Collectors.toSet());
        var deputies = deputies(meant);
        var everybody = meant.stream().map(Addressee::accountId).collect(Collectors.toCollection(HashSet::new));
        everybody.addAll(deputies.values());
        var people = directory.all(everybody);
        var chosen = choices.of(everybody);
        var readers = new HashMap<Addressee, Reader>();
        for (var each : meant) {
            var deputy = Optional.ofNullable(deputies.get(each)).filter(people::containsKey);
            var id = deputy.orElse(each.accountId());
            readers.put(
                    each,
                    new Reader(
                            id,
                            Optional.ofNullable(people.get(id)),
                            deputy.map(standIn -> people.get(each.accountId())),
                            chosen.getOrDefault(id, MailChoice.USUAL)));
        }
        return readers;
    }

    /** Deputies are asked for community by community: one does only the work of those they belong to. */
    private Map<Addressee, String> deputies(Collection<Addressee> meant) {
        var accounts = new HashMap<String, Set<String>>();
        meant.forEach(each -> accounts.computeIfAbsent(each.communityCode(), code -> new HashSet<>())
                .add(each.accountId()));
        var deputies = new HashMap<Addressee, String>();
        accounts.forEach((community, ids) -> directory
                .deputiesOf(ids, community)
                .forEach((account, deputy) -> deputies.put(new Addressee(account, community), deputy)));
        return deputies;
    }
}
