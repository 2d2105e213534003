package org.qibu.matter;

import java.lang.reflect.RecordComponent;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.qibu.text.ChinaTime;
import org.qibu.text.ComparisonKey;
import org.qibu.transaction.ReadOnce;
import org.qibu.transaction.ReadTogether;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All matters: opened with a number of their own, found again, and changed in the few ways the process changes them. */
@Repository
public class Matters {

    private static final String RECEIPT_SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private final JdbcClient database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Function<String, Optional<Matter>> read;

    public Matters(JdbcClient database, Clock clock, ReadTogether reads) {
        this.database = database;
        this.read = reads.of(
                Matters.class,
                "matter",
                "select * from matter where matter_no = ?",
                rows -> ReadTogether.each(rows, MatterRow::of).stream().findFirst());
        this.clock = clock;
    }

    /** Opens a matter in step 1 and gives it its number, such as TX-HB-2026-0017. */
    public Matter open(NewMatter raised) {
        var number = nextNumber(raised.communityCode());
        database.sql("""
                        insert into matter (matter_no, community_code, title, description, location, building_no, unit_no,
                          channel, happened_on, affected_households, proposer_name, proposer_phone, proposer_email,
                          proposer_anonymous, receipt, step, status, opened_at, opened_by)
                        values (:matterNo, :communityCode, :title, :description, :location, :buildingNo, :unitNo,
                          :channel, :happenedOn, :affectedHouseholds, :proposerName, :proposerPhone, :proposerEmail,
                          :proposerAnonymous, :receipt, 'S1', 'OPEN', :now, :openedBy)""").params(parameters(raised, number)).update();
        ReadOnce.forget(Matters.class);
        return get(number.value());
    }

    private Map<String, Object> parameters(NewMatter raised, MatterNo number) {
        var parameters = new HashMap<String, Object>();
        var source = new SimplePropertySqlParameterSource(raised);
        Stream.of(NewMatter.class.getRecordComponents())
                .map(RecordComponent::getName)
                .forEach(name -> parameters.put(name, source.getValue(name)));
        parameters.put("matterNo", number.value());
        parameters.put("receipt", newReceipt());
        parameters.put("now", Timestamp.from(clock.instant()));
        return parameters;
    }

    private MatterNo nextNumber(String community) {
        var year = clock.instant().atZone(ChinaTime.ZONE).getYear();
        var sequence =
                database.sql("""
                        insert into matter_sequence values (?, ?, 1)
                        on conflict (community_code, year) do update set last_number = matter_sequence.last_number + 1
                        returning last_number""").params(community, year).query(Integer.class).single();
        return MatterNo.of(community, year, sequence);
    }

    private String newReceipt() {
        var receipt = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            receipt.append(i > 0 && i % 5 == 0 ? "-" : "");
            receipt.append(RECEIPT_SIGNS.charAt(random.nextInt(RECEIPT_SIGNS.length())));
        }
        return receipt.toString();
    }

    public Optional<Matter> find(String matterNo) {
        return ReadOnce.get(Matters.class, matterNo, () -> read.apply(matterNo));
    }

    /** The matter whose number somebody typed in full width, small letters or with another dash. */
    public Optional<Matter> meant(String typed) {
        return MatterNo.meant(typed).stream()
                .flatMap(number -> find(number.value()).stream())
                .findFirst();
    }

    public Matter get(String matterNo) {
        return find(matterNo).orElseThrow(() -> new IllegalArgumentException("no matter " + matterNo));
    }

    /** Those of these numbers that exist, in no order. */
    public List<Matter> of(Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : database.sql("select * from matter where matter_no in (:numbers)")
                        .param("numbers", numbers)
                        .query(MatterRow.MAPPER)
                        .list();
    }

    /** A matter enters a step, with the routing values that are in sight. */
    public void enterStep(String matterNo, Step step, MirroredValues seen) {
        mirror(matterNo, "step = ?, ", Stream.of(step.name()), seen);
    }

    /** Writes down what the check on the spot found out about its kind and how many households it concerns. */
    public void verify(String matterNo, MatterCode<MatterType> matterType, long affectedHouseholds) {
        update(matterNo, "matter_type = ?, affected_households = ?", codeOf(matterType), affectedHouseholds);
    }

    /** Makes a title the one everybody reads. */
    public void confirmTitle(String matterNo, String title) {
        update(matterNo, "public_title = ?", title);
    }

    /** How urgent the committees find a matter, and at which level it is talked over. */
    public void setPriority(String matterNo, MatterCode<Urgency> urgency, MatterCode<Level> level) {
        update(matterNo, "urgency = ?, level = ?", codeOf(urgency), codeOf(level));
    }

    /** Writes the routing values that are in sight into the matter; those that are not stay as they were. */
    void mirror(String matterNo, MirroredValues seen) {
        mirror(matterNo, "", Stream.of(), seen);
    }

    private void mirror(String matterNo, String columns, Stream<Object> values, MirroredValues seen) {
        var mirrored = Stream.of(
                codeOf(seen.track()),
                codeOf(seen.matterType()),
                codeOf(seen.urgency()),
                codeOf(seen.level()),
                seen.round(),
                seen.adjourned(),
                seen.cycle(),
                seen.reopened());
        update(matterNo, columns + """
                track = coalesce(?, track), matter_type = coalesce(?, matter_type), urgency = coalesce(?, urgency),
                level = coalesce(?, level), round = coalesce(?, round), adjourned = coalesce(?, adjourned),
                cycle = coalesce(?, cycle), reopened = coalesce(?, reopened)""", Stream.concat(values, mirrored).toArray());
    }

    /** Puts an organisation in the lead, the first or another. */
    public void handOver(String matterNo, String leadUnit) {
        update(matterNo, "lead_unit = ?", leadUnit);
    }

    /** The work on a matter is done; survey and return visit count from this moment. */
    public void complete(String matterNo, Instant at) {
        update(matterNo, "completed_at = ?", Timestamp.from(at));
    }

    /** Answers a matter that is not taken up; it stays open until nobody can ask for a re-check. */
    public void refuse(String matterNo) {
        update(matterNo, "status = 'REFUSED'");
    }

    /** Takes a matter up whose refusal did not stand. */
    public void overturnRefusal(String matterNo) {
        update(matterNo, "status = 'OPEN'");
    }

    /** Ends a matter. */
    public void close(String matterNo, Outcome outcome) {
        update(
                matterNo,
                "outcome = ?, status = 'CLOSED', closed_at = ?",
                outcome.name(),
                Timestamp.from(clock.instant()));
    }

    /** Opens a matter anew that had ended. */
    public void revive(String matterNo) {
        update(matterNo, "outcome = null, status = 'OPEN', closed_at = null, revival_over_at = null");
    }

    private static String codeOf(MatterCode<?> code) {
        return code == null ? null : code.code();
    }

    private void update(String matterNo, String columns, Object... values) {
        var updated = database.sql("update matter set " + columns + " where matter_no = ? returning *")
                .params(values)
                .param(matterNo)
                .query(MatterRow.MAPPER)
                .optional();
        ReadOnce.forget(Matters.class);
        ReadOnce.get(Matters.class, matterNo, () -> updated);
    }

    /** The matter in which this one is dealt with: itself, or the last it was merged into. */
    public Optional<Matter> lastOf(String matterNo) {
        var seen = new HashSet<String>();
        var last = find(matterNo);
        while (last.isPresent()
                && last.get().mergedInto() != null
                && seen.add(last.get().matterNo())) {
            last = find(last.get().mergedInto().value());
        }
        return last;
    }

    /** Merges a matter, and those merged into it before, into another; the numbers of those before come back. */
    public List<String> merge(String matterNo, String into) {
        var before = database.sql("update matter set merged_into = ? where merged_into = ? returning matter_no")
                .params(into, matterNo)
                .query(String.class)
                .list();
        update(matterNo, "merged_into = ?", into);
        return before;
    }

    /**
     * Matters of these communities whose number, title, proposer or place hold every word of the text in any writing,
     * newest first.
     */
    public List<Matter> search(Collection<String> communities, String text, String state, int most, int skip) {
        return communities.isEmpty()
                ? List.of()
                : database.sql("""
                        select * from matter
                        where community_code in (:communities)
                          and (:state = '' or :state = 'OPEN' and outcome is null or outcome = :state)
                          and search_key like all(:patterns)
                        order by opened_at desc, matter_no desc limit :most offset :skip""")
                        .param("communities", communities)
                        .param("state", state)
                        .param(
                                "patterns",
                                ComparisonKey.words(text).stream()
                                        .map(ComparisonKey::pattern)
                                        .toArray(String[]::new))
                        .param("most", most)
                        .param("skip", skip)
                        .query(MatterRow.MAPPER)
                        .list();
    }

    /** Open matters raised since a moment, those at the same place first, among which staff look for one raised twice. */
    public List<Matter> near(Matter matter, Instant since) {
        return database.sql("""
                        select * from matter
                        where community_code = :communityCode and matter_no <> :matterNo and outcome is null
                          and opened_at > :since
                        order by (comparison_key(location) = comparison_key(:location)) desc, opened_at desc limit 20""")
                .param("communityCode", matter.communityCode())
                .param("matterNo", matter.matterNo())
                .param("location", matter.location())
                .param("since", Timestamp.from(since))
                .query(MatterRow.MAPPER)
                .list();
    }

    /**
     * How many other matters were raised at the same place, in any writing, since a moment. Every report counts, whatever
     * became of it: answered, refused, referred, closed, merged into another, and withdrawn too, since the place was
     * complained of all the same and most withdrawals only mean that nobody replied.
     */
    public long countAtSamePlace(Matter matter, Instant since) {
        return database.sql("""
                        select count(*) from matter
                        where community_code = :communityCode and comparison_key(location) = comparison_key(:location)
                          and comparison_key(:location) <> '' and opened_at > :since and matter_no <> :matterNo""")
                .param("communityCode", matter.communityCode())
                .param("matterNo", matter.matterNo())
                .param("location", matter.location())
                .param("since", Timestamp.from(since))
                .query(Long.class)
                .single();
    }
}
