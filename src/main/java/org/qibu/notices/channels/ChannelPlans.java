package org.qibu.notices.channels;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.qibu.matter.Matter;
import org.qibu.matter.contract.DraftFeedbackFields;
import org.qibu.matter.contract.PublishedForms;
import org.qibu.matter.form.Records;
import org.springframework.stereotype.Component;

/** Finds where a notice will hang before anybody walked there: by the form that drafted it; empty for other kinds. */
@Component
public class ChannelPlans {

    private final Records records;

    ChannelPlans(Records records) {
        this.records = records;
    }

    public List<Channel> of(Matter matter, String kind) {
        if (!kind.equals("COMPLETION")) {
            return List.of();
        }
        return records.latest(matter.matterNo(), PublishedForms.DRAFT_FEEDBACK).stream()
                .flatMap(draft -> Stream.of(DraftFeedbackFields.CHANNELS_PHYSICAL, DraftFeedbackFields.CHANNELS_ONLINE)
                        .map(draft.values().all()::get))
                .flatMap(chosen -> chosen instanceof Collection<?> codes ? codes.stream() : Stream.empty())
                .flatMap(code -> Stream.of(Channel.values())
                        .filter(channel -> channel.name().equals(code)))
                .toList();
    }
}
