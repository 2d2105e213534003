package org.qibu.matter;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.qibu.community.Communities;
import org.qibu.privacy.MaskedText;
import org.qibu.privacy.Masker;
import org.qibu.privacy.Masking;
import org.qibu.text.CodeLabels;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Creates the masker and public title of a matter. */
@Component
public class MatterMasking {

    private final Masking masking;
    private final Communities communities;
    private final PeopleConcerned people;
    private final JdbcClient database;
    private final MessageSource texts;
    private final CodeLabels labels;

    MatterMasking(
            Masking masking,
            Communities communities,
            PeopleConcerned people,
            JdbcClient database,
            MessageSource texts,
            CodeLabels labels) {
        this.people = people;
        this.masking = masking;
        this.communities = communities;
        this.database = database;
        this.texts = texts;
        this.labels = labels;
    }

    /**
     * A masker that knows the names of the community and of whomever the matter names, for texts that nobody was shown before
     * they leave; {@link Masker#seen} of it is for those that somebody confirmed.
     */
    public Masker of(Matter matter) {
        return of(List.of(matter)).get(matter.matterNo());
    }

    /** The same for many matters, by their numbers; what each community knows is asked for once. */
    public Map<String, Masker> of(Collection<Matter> matters) {
        var known = masking.each(matters.stream().map(Matter::communityCode).collect(Collectors.toSet()));
        var concerned =
                people.of(matters.stream().map(Matter::matterNo).distinct().toList());
        return matters.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Matter::matterNo,
                        matter -> known.get(matter.communityCode())
                                .with(concerned.getOrDefault(matter.matterNo(), Set.of()))
                                .unseen(),
                        (one, same) -> one));
    }

    /** The title everybody may read. */
    public MaskedText title(Matter matter) {
        return title(matter, of(matter));
    }

    /**
     * The title everybody may read: what staff confirmed, masked once more since the rolls grow; until then what kind of
     * matter it is and where, without a word of whoever raised it.
     */
    public MaskedText title(Matter matter, Masker masker) {
        return masker.seen().mask(matter.publicTitle() == null ? neutral(matter) : matter.publicTitle());
    }

    /** The titles of many matters for mails to staff, by number: as they were written, without what is personal. */
    public Map<String, MaskedText> titlesForStaff(Collection<Matter> matters) {
        var titles = new HashMap<String, MaskedText>();
        var maskers = of(matters);
        matters.forEach(matter ->
                titles.put(matter.matterNo(), maskers.get(matter.matterNo()).mask(matter.title())));
        return titles;
    }

    private String neutral(Matter matter) {
        var kind = Optional.ofNullable(matter.matterType())
                .flatMap(type -> labels.find(type.code(), Locale.CHINESE))
                .orElseGet(() -> say("matter.title.kind"));
        var community = communities.get(matter.communityCode());
        var place = community.name().replaceFirst("^" + Pattern.quote(community.subdistrict()) + "(?=.)", "");
        return zone(matter)
                .map(zone -> String.join(" · ", place, zone, kind))
                .orElseGet(() -> String.join(" · ", place, kind));
    }

    /** The compound that is named as the place; any other word of the place may be about a person. */
    private Optional<String> zone(Matter matter) {
        return database.sql("""
                        select name from building_zone where community_code = ? and position(name in ?) > 0
                        order by char_length(name) desc limit 1""")
                .params(matter.communityCode(), matter.location())
                .query(String.class)
                .optional();
    }

    private String say(String key) {
        return texts.getMessage(key, null, Locale.CHINESE);
    }
}
