package org.qibu.mail.staff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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
     * Who reads a mail.
     *
     * @param person empty where there is no such account
     */
    record Reader(String id, Optional<Colleague> person, MailChoice choice) {}

    /** An account that is meant, in a community; null for work of no community. */
    private record Addressee(String accountId, String communityCode) {

        static Addressee of(StaffNote note) {
            return new Addressee(note.accountId(), note.communityCode());
        }
    }

    /** The person of this account themselves, whoever stands in for them; empty where there is none. */
    Optional<Reader> find(String accountId) {
        return all(List.of(accountId)).stream().findFirst();
    }

    /** The people of these accounts themselves, whoever stands in for them; without those accounts that nobody has. */
    List<Reader> all(Collection<String> accountIds) {
        var people = directory.all(accountIds);
        var chosen = choices.of(accountIds);
        return accountIds.stream()
                .filter(people::containsKey)
                .map(id -> new Reader(id, Optional.of(people.get(id)), chosen.getOrDefault(id, MailChoice.USUAL)))
                .toList();
    }

    /** Who reads which notes; those meant for somebody who is away say so. */
    Map<Reader, List<StaffNote>> resolve(Collection<StaffNote> notes) {
        var meant = notes.stream().map(Addressee::of).collect(Collectors.toSet());
        var deputies = deputies(meant);
        var everybody = meant.stream().map(Addressee::accountId).collect(Collectors.toCollection(HashSet::new));
        everybody.addAll(deputies.values());
        var people = directory.all(everybody);
        var chosen = choices.of(everybody);
        var read = new LinkedHashMap<Reader, List<StaffNote>>();
        for (var note : notes) {
            var deputy = Optional.ofNullable(deputies.get(Addressee.of(note))).filter(people::containsKey);
            var id = deputy.orElse(note.accountId());
            var reader = new Reader(id, Optional.ofNullable(people.get(id)), chosen.getOrDefault(id, MailChoice.USUAL));
            var absent = deputy.map(standIn -> people.get(note.accountId()));
            read.computeIfAbsent(reader, each -> new ArrayList<>())
                    .add(absent.map(away -> note.readBy(id, away.name())).orElse(note));
        }
        return read;
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
