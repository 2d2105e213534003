package org.qibu.decision;

import org.qibu.community.Persons;
import org.qibu.matter.Matter;
import org.qibu.matter.Parties;
import org.springframework.stereotype.Component;

/** Who is a party to a matter: whoever votes on it in the consultation or is heavily affected by it. */
@Component
class MattersParties {

    private final Parties parties;
    private final Persons persons;

    MattersParties(Parties parties, Persons persons) {
        this.parties = parties;
        this.persons = persons;
    }

    boolean isParty(Matter matter, String account) {
        return persons.ofAccount(matter.communityCode(), account)
                .filter(person -> parties.of(matter.matterNo()).stream()
                        .filter(party -> party.vote() || party.heavilyAffected())
                        .anyMatch(party -> party.personNo().equals(person.personNo())))
                .isPresent();
    }
}
