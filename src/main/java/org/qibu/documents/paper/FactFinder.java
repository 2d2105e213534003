package org.qibu.documents.paper;

import java.time.Instant;
import org.qibu.community.Communities;
import org.qibu.matter.Matter;
import org.qibu.matter.Parties;
import org.qibu.matter.form.AddedFields;
import org.qibu.matter.form.FormTexts;
import org.qibu.matter.form.Records;
import org.springframework.stereotype.Component;

/** Gathers what a paper is made of. */
@Component
public class FactFinder {

    private final Communities communities;
    private final Records records;
    private final Parties parties;
    private final FormTexts texts;
    private final AddedFields added;

    FactFinder(Communities communities, Records records, Parties parties, FormTexts texts, AddedFields added) {
        this.communities = communities;
        this.records = records;
        this.parties = parties;
        this.texts = texts;
        this.added = added;
    }

    public Facts of(Matter matter, int no, Instant now) {
        return new Facts(
                matter,
                communities.get(matter.communityCode()),
                no,
                now,
                records.of(matter.matterNo()),
                parties.of(matter.matterNo()),
                texts::lines,
                record -> added.of(matter, record));
    }
}
