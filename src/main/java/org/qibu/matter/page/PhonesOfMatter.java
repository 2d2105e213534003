package org.qibu.matter.page;

import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.qibu.community.Person;
import org.qibu.community.Persons;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.identity.Accounts.Account;
import org.qibu.mail.PhoneBook;
import org.qibu.matter.Matter;
import org.qibu.matter.Matters;
import org.qibu.matter.access.StaffAccess;
import org.springframework.stereotype.Component;

/** Finds the telephone number of a colleague of the same community, or of the proposer for those who may see it. */
@Component
class PhonesOfMatter implements PhoneBook {

    private final Matters matters;
    private final Persons persons;
    private final Accounts accounts;
    private final StaffAccess staffAccess;

    PhonesOfMatter(Matters matters, Persons persons, Accounts accounts, StaffAccess staffAccess) {
        this.matters = matters;
        this.persons = persons;
        this.accounts = accounts;
        this.staffAccess = staffAccess;
    }

    @Override
    public Optional<String> phoneOf(Missed missed, Principal user) {
        return missed.account() == null ? ofProposer(missed, user) : ofColleague(missed.account(), user);
    }

    private Optional<String> ofColleague(String account, Principal user) {
        var own = staffAccess.account(user).map(Account::communities).orElse(List.of());
        return accounts.find(account).map(Account::communities).orElse(List.of()).stream()
                .filter(own::contains)
                .flatMap(community -> persons.ofAccount(community, account).stream())
                .map(Person::phone)
                .filter(PhonesOfMatter::isNumber)
                .findFirst();
    }

    private Optional<String> ofProposer(Missed missed, Principal user) {
        return Stream.ofNullable(missed.matterNo())
                .flatMap(no -> matters.find(no).stream())
                .filter(matter -> mayCall(matter, user))
                .filter(matter -> missed.address().equalsIgnoreCase(matter.proposerEmail()))
                .map(Matter::proposerPhone)
                .filter(PhonesOfMatter::isNumber)
                .findFirst();
    }

    private static boolean isNumber(String phone) {
        return phone != null && !phone.isBlank();
    }

    private boolean mayCall(Matter matter, Principal user) {
        return staffAccess.isOf(matter.communityCode(), user)
                && staffAccess.open(matter.matterNo(), user).seesContact();
    }
}
