package org.qibu.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.RoomsDatabase;
import org.qibu.transaction.ReadTogether;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A matter is found by number, title, place or proposer in whatever writing somebody looks for it. */
class FindingMattersTest {

    private static final String NUMBER = "HZ-AS-2026-9777";

    private static final Instant SINCE = Instant.now().minus(Duration.ofDays(90));

    private static JdbcClient database;
    private static Matters matters;

    @BeforeAll
    static void oneMatterAmongOthers() {
        database = RoomsDatabase.withMatter("HZ-AS-2026-9778");
        matters = new Matters(database, Clock.systemUTC(), new ReadTogether(database));
        database.sql("""
                        insert into matter (matter_no, community_code, title, description, location, building_no, channel,
                          proposer_name, proposer_phone, receipt, step, status, opened_at, opened_by)
                        values (?, 'HZ-AS', '楼道堆放杂物', '', '晚晴苑3幢A座', '3', 'WINDOW', '买买提·吐尔逊', '13800007777',
                          ?, 'S1', 'OPEN', now(), 'clerk')""").params(NUMBER, NUMBER).update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HZ-AS-2026-9777",
                "ＨＺ－ＡＳ－２０２６－９７７７",
                "hz—as—2026—9777",
                "hz-as 9777",
                "楼道 杂物",
                "杂物　楼道",
                "晚晴苑３幢",
                "３幢ａ座",
                "买买提•吐尔逊",
                "１３８００００７７７７",
                "13800007777 杂物"
            })
    void isFound(String text) {
        assertThat(matters.search(List.of("HZ-AS"), text, "", 5, 0))
                .extracting(Matter::matterNo)
                .containsExactly(NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"楼道 垃圾9777", "晚晴苑31幢", "%晚晴%", "_幢A座", "9777/楼上"})
    void isNotFoundByAnythingElse(String text) {
        assertThat(matters.search(List.of("HZ-AS"), text, "", 5, 0))
                .extracting(Matter::matterNo)
                .doesNotContain(NUMBER);
    }

    @Test
    void isMeantByItsNumberInAnyWriting() {
        for (var typed : List.of(
                "hz-as-2026-9777", " ＨＺ－ＡＳ－２０２６－９７７７ ", "HZ–AS–2026–9777", "HZ AS 2026 9777", "HZ-AS-2026-9777。")) {
            assertThat(matters.meant(typed)).map(Matter::matterNo).contains(NUMBER);
        }
        assertThat(matters.meant("HZ-AS-2026-97777")).isEmpty();
        assertThat(matters.meant(" ")).isEmpty();
    }

    @Test
    void reportsOfOnePlaceAreCountedFor90DaysWhateverBecameOfThem() {
        raised("HZ-AS-2026-9801", "晚晴苑５幢", "1 day", "CLOSED");
        raised("HZ-AS-2026-9802", "晚晴苑5幢", "89 days", "WITHDRAWN");
        raised("HZ-AS-2026-9803", "晚晴苑 5幢", "91 days", null);
        raised("HZ-AS-2026-9804", "晚晴苑51幢", "1 day", null);
        raised("HZ-AS-2026-9805", "晚晴苑5幢", "1 hour", null);
        raised("HZ-AS-2026-9806", "　", "1 hour", null);
        raised("HZ-AS-2026-9807", " ", "1 hour", null);

        assertThat(matters.countAtSamePlace(matters.get("HZ-AS-2026-9805"), SINCE))
                .isEqualTo(2);
        assertThat(matters.countAtSamePlace(matters.get("HZ-AS-2026-9807"), SINCE))
                .as("no place is nowhere else")
                .isZero();
    }

    private static void raised(String no, String place, String ago, String outcome) {
        database.sql("""
                        insert into matter (matter_no, community_code, title, description, location, channel, proposer_name,
                          receipt, step, status, outcome, opened_at, opened_by)
                        values (:no, 'HZ-AS', '垃圾投放点', '', :place, 'WINDOW', '沈巧云', :no, 'S1', 'OPEN', :outcome,
                          now() - cast(:ago as interval), 'clerk')""")
                .param("no", no)
                .param("place", place)
                .param("outcome", outcome)
                .param("ago", ago)
                .update();
    }
}
