package org.qibu.demo;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the building zones of the demonstration with their parts, owners and households. */
@Component
@ConditionalOnDemo
class DemoHomes {

    private final JdbcClient database;

    DemoHomes(JdbcClient database) {
        this.database = database;
    }

    void add(CommunityEntry community) {
        database.sql("insert into building_zone values (?, ?, ?) on conflict do nothing")
                .params(
                        community.code(),
                        community.zone().code(),
                        community.zone().name())
                .update();
        ExclusivePart.of(community).forEach(part -> addPart(community, part));
        addHouseholds(community);
    }

    private void addPart(CommunityEntry community, ExclusivePart part) {
        database.sql("""
                        insert into exclusive_part (community_code, zone, part_no, building, unit, room, area, owner_no,
                          developer)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        community.code(),
                        community.zone().code(),
                        part.partNo(),
                        part.building(),
                        part.unit(),
                        part.room())
                .params(part.area(), part.ownerNo(), part.developer())
                .update();
    }

    private void addHouseholds(CommunityEntry community) {
        for (var line :
                DemoFiles.csv(community.file("households-" + community.zone().code()))) {
            database.sql("""
                            insert into household (community_code, household_no, zone, building, unit, room, head_no)
                            values (:community, :householdNo, :zone, :building, :unit, :room, :householdNo)
                            on conflict do nothing""")
                    .params(line)
                    .param("community", community.code())
                    .param("zone", community.zone().code())
                    .update();
        }
    }
}
