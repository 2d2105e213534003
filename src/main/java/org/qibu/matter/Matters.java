package org.qibu.matter;

import java.lang.reflect.RecordComponent;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qibu.text.ComparisonKey;
import org.qibu.transaction.ReadOnce;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All matters: opened with a number of their own, found again, and changed in the few ways the process changes them. */
@Repository
public class Matters {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Duration LATELY = Duration.ofDays(90);
    private static final String RECEIPT_SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    /** The columns the process changes. */
    public static final Set<String> CHANGEABLE = Set.of(
            "step",
            "status",
            "track",
            "matter_type",
            "urgency",
            "level",
            "round",
            "adjourned",
            "cycle",
            "reopened",
            "lead_unit",
            "affected_households",
            "completed_at",
            "title",
            "public_title");

    private final JdbcClient database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Matters(JdbcClient database, Clock clock) {
        this.database = database;
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
        return get(number);
    }

    private Map<String, Object> parameters(NewMatter raised, String number) {
        var parameters = new HashMap<String, Object>();
        var source = new SimplePropertySqlParameterSource(raised);
        Stream.of(NewMatter.class.getRecordComponents())
                .map(RecordComponent::getName)
                .forEach(name -> parameters.put(name, source.getValue(name)));
        parameters.put("matterNo", number);
        parameters.put("receipt", newReceipt());
        parameters.put("now", Timestamp.from(clock.instant()));
        return parameters;
    }

    private String nextNumber(String community) {
        var year = clock.instant().atZone(CHINA).getYear();
        var sequence =
                database.sql("""
                        insert into matter_sequence values (?, ?, 1)
                        on conflict (community_code, year) do update set last_number = matter_sequence.last_number + 1
                        returning last_number""").params(community, year).query(Integer.class).single();
        return "%s-%d-%04d".formatted(community, year, sequence);
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
        return ReadOnce.get(
                Matters.class,
                matterNo,
                () -> database.sql("select * from matter where matter_no = ?")
                        .param(matterNo)
                        .query(MatterRow.MAPPER)
                        .optional());
    }

    /** The matter whose number somebody typed in full width, small letters or with another dash. */
    public Optional<Matter> meant(String typed) {
        return typed == null
                ? Optional.empty()
                : written(typed).or(() -> written(typed.strip().replaceAll("[\\p{Z}\\s]+", "-")));
    }

    private Optional<Matter> written(String typed) {
        var key = ComparisonKey.of(typed).value().toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+$", "");
        return key.isEmpty() ? Optional.empty() : find(key);
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

    /** Changes the mirrored state of a matter; names are column names. */
    public void change(String matterNo, Map<String, Object> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var columns = List.copyOf(changes.keySet());
        columns.stream().filter(column -> !CHANGEABLE.contains(column)).forEach(column -> {
            throw new IllegalArgumentException("a matter's " + column + " does not change");
        });
        database.sql("update matter set " + String.join(" = ?, ", columns) + " = ? where matter_no = ?")
                .params(columns.stream().map(changes::get).collect(Collectors.toList()))
                .param(matterNo)
                .update();
        ReadOnce.forget(Matters.class);
    }

    /** Ends a matter. */
    public void close(String matterNo, String outcome) {
        database.sql("update matter set outcome = ?, status = 'CLOSED', closed_at = ? where matter_no = ?")
                .params(outcome, Timestamp.from(clock.instant()), matterNo)
                .update();
        ReadOnce.forget(Matters.class);
    }

    /** Opens a matter anew that had ended. */
    public void revive(String matterNo) {
        database.sql(
                        "update matter set outcome = null, status = 'OPEN', closed_at = null, revival_over_at = null where matter_no = ?")
                .param(matterNo)
                .update();
        ReadOnce.forget(Matters.class);
    }

    /** The matter in which this one is dealt with: itself, or the last it was merged into. */
    public Optional<Matter> lastOf(String matterNo) {
        var seen = new HashSet<String>();
        var last = find(matterNo);
        while (last.isPresent()
                && last.get().mergedInto() != null
                && seen.add(last.get().matterNo())) {
            last = find(last.get().mergedInto());
        }
        return last;
    }

    /** Merges a matter, and those merged into it before, into another; the numbers of those before come back. */
    public List<String> merge(String matterNo, String into) {
        var before = database.sql("update matter set merged_into = ? where merged_into = ? returning matter_no")
                .params(into, matterNo)
                .query(String.class)
                .list();
        database.sql("update matter set merged_into = ? where matter_no = ?")
                .params(into, matterNo)
                .update();
        ReadOnce.forget(Matters.class);
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

    /** Open matters of the last 90 days, those at the same place first, among which staff look for one raised twice. */
    public List<Matter> near(Matter matter) {
        return database.sql("""
                        select * from matter
                        where community_code = :communityCode and matter_no <> :matterNo and outcome is null
                          and opened_at > :since
                        order by (comparison_key(location) = comparison_key(:location)) desc, opened_at desc limit 20""")
                .param("communityCode", matter.communityCode())
                .param("matterNo", matter.matterNo())
                .param("location", matter.location())
                .param("since", lately())
                .query(MatterRow.MAPPER)
                .list();
    }

    /**
     * How many other matters were raised at the same place, in any writing, within 90 days. Every report counts, whatever
     * became of it: answered, refused, referred, closed, merged into another, and withdrawn too, since the place was
     * complained of all the same and most withdrawals only mean that nobody replied.
     */
    public long countAtSamePlace(Matter matter) {
        return database.sql("""
                        select count(*) from matter
                        where community_code = :communityCode and comparison_key(location) = comparison_key(:location)
                          and comparison_key(:location) <> '' and opened_at > :since and matter_no <> :matterNo""")
                .param("communityCode", matter.communityCode())
                .param("matterNo", matter.matterNo())
                .param("location", matter.location())
                .param("since", lately())
                .query(Long.class)
                .single();
    }

    private Timestamp lately() {
        return Timestamp.from(clock.instant().minus(LATELY));
    }
}
