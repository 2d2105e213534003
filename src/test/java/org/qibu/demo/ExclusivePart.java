package org.qibu.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A flat or shop and who owns it, as a line of an owners' roll says.
 *
 * @param area in hundredths of a square metre
 */
record ExclusivePart(
        String building, String unit, String room, String partNo, long area, String ownerNo, boolean developer) {

    static List<ExclusivePart> of(CommunityEntry community) {
        return DemoFiles.csv(community.file("owners-" + community.zone().code())).stream()
                .map(ExclusivePart::of)
                .toList();
    }

    private static ExclusivePart of(Map<String, String> line) {
        return new ExclusivePart(
                line.get("building"),
                line.get("unit"),
                line.get("room"),
                line.get("partNo"),
                new BigDecimal(line.get("area")).movePointRight(2).longValueExact(),
                line.get("ownerNo"),
                Boolean.parseBoolean(line.get("developer")));
    }
}
