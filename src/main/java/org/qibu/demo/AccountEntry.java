package org.qibu.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Optional;
import org.qibu.community.Office;
import org.qibu.community.Person;
import org.qibu.engine.identity.Accounts.Account;

/**
 * One entry of {@code accounts.yaml}.
 *
 * @param communities the communities it belongs to; null stands for all
 * @param phone where colleagues reach the person; null for most
 * @param office the office it holds in each of its communities; null for most
 */
record AccountEntry(
        String name,
        String person,
        String role,
        List<String> groups,
        List<String> communities,
        String phone,
        Office office) {

    static List<AccountEntry> all() {
        return DemoFiles.yaml("accounts.yaml", new TypeReference<>() {});
    }

    boolean belongsTo(String community) {
        return communities == null || communities.contains(community);
    }

    String email() {
        return name + "@qibu.example";
    }

    DemoAccount shown() {
        return new DemoAccount(name, role, groups);
    }

    Account account(List<String> allCommunities) {
        return new Account(
                name, person, email(), groups, Optional.ofNullable(communities).orElse(allCommunities));
    }

    /** The person behind the account, as each of its communities knows them. */
    Person person(String community) {
        return new Person(
                community, name, person, email(), Optional.ofNullable(phone).orElse(""), null, "zh", role, "", name);
    }
}
