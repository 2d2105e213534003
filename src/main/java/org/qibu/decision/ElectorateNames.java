package org.qibu.decision;

import java.util.Optional;
import org.qibu.matter.form.CodeNames;
import org.qibu.voting.polls.Electorate;
import org.qibu.voting.polls.Electorates;
import org.springframework.stereotype.Component;

/** Names an electorate in the words it was chosen by. */
@Component
class ElectorateNames implements CodeNames {

    private final Electorates electorates;

    ElectorateNames(Electorates electorates) {
        this.electorates = electorates;
    }

    @Override
    public Optional<String> nameOf(String code) {
        return electorates.find(code).map(Electorate::label);
    }
}
