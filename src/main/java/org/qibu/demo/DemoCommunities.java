package org.qibu.demo;

import java.util.stream.Stream;
import org.qibu.community.Communities;
import org.qibu.community.Offices;
import org.qibu.community.Organisations;
import org.qibu.community.Persons;
import org.qibu.engine.Accounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

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

    DemoCommunities(
            Communities communities,
            Persons persons,
            Organisations organisations,
            Offices offices,
            DemoRolls rolls,
            Accounts accounts,
            Loaded loaded) {
        this.communities = communities;
        this.persons = persons;
        this.organisations = organisations;
        this.offices = offices;
        this.rolls = rolls;
        this.accounts = accounts;
        this.loaded = loaded;
    }

    /** Makes what is missing; a community brought in before is left as people made it since. */
    @Transactional
    public void load() {
        for (var community : CommunityEntry.all()) {
            accounts.community(community.code(), community.name());
            if (loaded.isNew("community:" + community.code())) {
                add(community);
            }
            if (loaded.isNew("offices:" + community.code())) {
                nameOffices(community.code());
            }
        }
    }

    private void nameOffices(String community) {
        AccountEntry.all().stream()
                .filter(account -> account.office() != null && account.belongsTo(community))
                .forEach(account -> offices.name(community, account.office(), account.name()));
    }

    private void add(CommunityEntry community) {
        communities.add(community.community());
        var people = Stream.concat(
                        DemoPeople.of(community).stream(),
                        AccountEntry.all().stream()
                                .filter(account -> account.belongsTo(community.code()))
                                .map(account -> account.person(community.code())))
                .toList();
        people.forEach(persons::add);
        rolls.add(community, people);
        community
                .organisations()
                .forEach(unit -> organisations.add(unit.organisation(community.code()), unit.members()));
    }
}
