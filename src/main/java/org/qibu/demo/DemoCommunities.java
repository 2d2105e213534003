package org.qibu.demo;

import java.util.List;
import java.util.stream.Stream;
import org.qibu.community.Communities;
import org.qibu.community.Offices;
import org.qibu.community.Organisations;
import org.qibu.community.Person;
import org.qibu.community.Persons;
import org.qibu.community.rolls.imports.Rolls.ReadRoll;
import org.qibu.engine.identity.Accounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings in the demonstration communities with everybody and everything in them, once. */
@Component
@ConditionalOnDemo
public class DemoCommunities {

    private final Communities communities;
    private final Persons persons;
    private final Organisations organisations;
    private final Offices offices;
    private final DemoRolls rolls;
    private final Accounts accounts;
    private final Loaded loaded;
    private final TransactionTemplate transaction;

    DemoCommunities(
            Communities communities,
            Persons persons,
            Organisations organisations,
            Offices offices,
            DemoRolls rolls,
            Accounts accounts,
            Loaded loaded,
            TransactionTemplate transaction) {
        this.communities = communities;
        this.persons = persons;
        this.organisations = organisations;
        this.offices = offices;
        this.rolls = rolls;
        this.accounts = accounts;
        this.loaded = loaded;
        this.transaction = transaction;
    }

    /** Makes what is missing; a community brought in before is left as people made it since. */
    public void load() {
        for (var community : CommunityEntry.all()) {
            var people = people(community);
            var read = rolls.read(community, people);
            transaction.executeWithoutResult(status -> load(community, people, read));
        }
    }

    private void load(CommunityEntry community, List<Person> people, List<ReadRoll> read) {
        accounts.community(community.code(), community.name());
        if (loaded.isNew("community:" + community.code())) {
            communities.add(community.community());
            people.forEach(persons::add);
            rolls.add(read);
            community
                    .organisations()
                    .forEach(unit -> organisations.add(unit.organisation(community.code()), unit.members()));
        }
        if (loaded.isNew("offices:" + community.code())) {
            nameOffices(community.code());
        }
    }

    private static List<Person> people(CommunityEntry community) {
        return Stream.concat(
                        DemoPeople.of(community).stream(),
                        AccountEntry.all().stream()
                                .filter(account -> account.belongsTo(community.code()))
                                .map(account -> account.person(community.code())))
                .toList();
    }

    private void nameOffices(String community) {
        AccountEntry.all().stream()
                .filter(account -> account.office() != null && account.belongsTo(community))
                .forEach(account -> offices.name(community, account.office(), account.name()));
    }
}
