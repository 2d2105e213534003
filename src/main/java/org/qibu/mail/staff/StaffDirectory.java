package org.qibu.mail.staff;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the person behind an account; implemented by the room that has the accounts. */
public interface StaffDirectory {

    /**
     * Somebody mail goes to.
     *
     * @param email empty where none is known
     */
    record Colleague(String id, String name, String email) {}

    /** The person of this account; empty where there is none. */
    Optional<Colleague> find(String accountId);

    /** What somebody is called; the account itself where there is no name. */
    default String nameOf(String accountId) {
        return find(accountId)
                .map(Colleague::name)
                .filter(name -> !name.isBlank())
                .orElse(accountId);
    }

    /** Who does this person's work today; empty where the person is at work or nobody was named. */
    Optional<Colleague> deputyOf(String accountId);

    /**
     * Who does this person's work in a community today; empty also where the deputy does not belong to it.
     *
     * @param communityCode null for work of no community
     */
    Optional<Colleague> deputyOf(String accountId, String communityCode);

    /** The people of these accounts, by account; as many questions for a thousand as for one. */
    Map<String, Colleague> all(Collection<String> accountIds);

    /** The same as for one, of these accounts; nobody for those at work. */
    Map<String, String> deputiesOf(Collection<String> accountIds, String communityCode);

    /** Everybody on the staff, by account. */
    List<String> everybody();

    /** What a community is called. */
    Optional<String> communityName(String communityCode);
}
