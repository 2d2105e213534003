package org.qibu.matter.page;

import java.security.Principal;
import java.util.Optional;
import java.util.stream.Stream;
import org.qibu.mail.PhoneBook;
import org.qibu.matter.Matter;
import org.qibu.matter.Matters;
import org.springframework.stereotype.Component;

/** Tells the proposer's number to those who may see how to reach them. */
@Component
class PhonesOfMatter implements PhoneBook {

    private final Matters matters;
    private final Staff staff;

    PhonesOfMatter(Matters matters, Staff staff) {
        this.matters = matters;
        this.staff = staff;
    }

    @Override
    public Optional<String> phoneOf(String matterNo, String address, Principal user) {
        return Stream.ofNullable(matterNo)
                .flatMap(no -> matters.find(no).stream())
                .filter(matter -> mayCall(matter, user))
                .filter(matter -> address.equalsIgnoreCase(matter.proposerEmail()))
                .map(Matter::proposerPhone)
                .filter(phone -> phone != null && !phone.isBlank())
                .findFirst();
    }

    private boolean mayCall(Matter matter, Principal user) {
        return staff.isOf(matter.communityCode(), user)
                && staff.open(matter.matterNo(), user).seesContact();
    }
}
