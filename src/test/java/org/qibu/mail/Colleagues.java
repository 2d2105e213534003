package org.qibu.mail;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qibu.mail.staff.StaffDirectory;

/** Colleagues without an account book: everybody has an address unless a test takes it away. */
public final class Colleagues implements StaffDirectory {

    public final Map<String, String> addresses = new HashMap<>();
    public final Map<String, String> deputies = new HashMap<>();

    @Override
    public Optional<Colleague> find(String accountId) {
        return "nobody".equals(accountId)
                ? Optional.empty()
                : Optional.of(new Colleague(
                        accountId,
                        "clerk".equals(accountId) ? "王芳" : "李" + accountId,
                        addresses.getOrDefault(accountId, accountId + "@qibu.example")));
    }

    @Override
    public Optional<Colleague> deputyOf(String accountId) {
        return Optional.ofNullable(deputies.get(accountId)).flatMap(this::find);
    }

    @Override
    public Optional<Colleague> deputyOf(String accountId, String communityCode) {
        return deputyOf(accountId);
    }

    @Override
    public Map<String, Colleague> all(Collection<String> accountIds) {
        return accountIds.stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(Colleague::id, Function.identity()));
    }

    @Override
    public Map<String, String> deputiesOf(Collection<String> accountIds, String communityCode) {
        return accountIds.stream().filter(deputies::containsKey).collect(Collectors.toMap(id -> id, deputies::get));
    }

    @Override
    public List<String> everybody() {
        return List.of("clerk", "head");
    }

    @Override
    public Optional<String> communityName(String communityCode) {
        return Optional.ofNullable(communityCode).map(code -> "爱山社区");
    }
}
