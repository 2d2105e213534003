package org.qibu.community.rolls;

import java.util.List;
import org.qibu.sheets.SheetRefused;
import org.qibu.text.ComparisonKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The building zones of the communities. */
@Repository
public class Zones {

    private final JdbcClient database;

    public Zones(JdbcClient database) {
        this.database = database;
    }

    /** A building zone. */
    public record Zone(String code, String name) {}

    public List<Zone> of(String community) {
        return database.sql("select code, name from building_zone where community_code = ? order by code")
                .param(community)
                .query(Zone.class)
                .list();
    }

    /**
     * Nothing for a zone that is there, or for one that is new and cannot be taken for another.
     *
     * @throws SheetRefused where the code is another writing of a code that is there, or the zone bears another name
     */
    public void refuseLookAlikes(RollPlace place) {
        for (var zone : of(place.community())) {
            if (zone.code().equals(place.zone())) {
                refuseOtherName(zone, place.zoneName());
                return;
            }
        }
        of(place.community()).stream()
                .filter(zone -> ComparisonKey.same(zone.code(), place.zone()))
                .findFirst()
                .ifPresent(zone -> {
                    throw new SheetRefused("小区代码“" + place.zone() + "”与已有的“" + zone.code() + "”看上去相同，请写成一样。");
                });
    }

    private static void refuseOtherName(Zone zone, String name) {
        if (!name.isEmpty() && !ComparisonKey.same(zone.name(), name)) {
            throw new SheetRefused("小区代码 " + zone.code() + " 已是“" + zone.name() + "”，这里是“" + name + "”；请核对代码，或者不填名称。");
        }
    }
}
