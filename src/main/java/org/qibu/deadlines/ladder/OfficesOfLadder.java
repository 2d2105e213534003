package org.qibu.deadlines.ladder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.qibu.community.Office;
import org.qibu.community.offices.OfficeUse;
import org.qibu.matter.Urgency;
import org.springframework.stereotype.Component;

/** Lists the rungs addressed to each office, by the ladder in force and for ordinary urgency. */
@Component
class OfficesOfLadder implements OfficeUse {

    private final LadderTable ladder;

    OfficesOfLadder(LadderTable ladder) {
        this.ladder = ladder;
    }

    @Override
    public Map<Office, List<Told>> told() {
        var told = new EnumMap<Office, List<Told>>(Office.class);
        for (var rung : ladder.current().rungs().getOrDefault(Urgency.NORMAL, List.of())) {
            note(told, rung, rung.to(), false);
            note(told, rung, rung.copy(), true);
        }
        return told;
    }

    private static void note(Map<Office, List<Told>> told, Rung rung, Collection<String> words, boolean copied) {
        words.forEach(word -> Office.called(word)
                .ifPresent(office -> told.computeIfAbsent(office, key -> new ArrayList<>())
                        .add(new Told(rung.level().name(), copied))));
    }
}
