package org.qibu.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.qibu.RoomsDatabase;
import org.qibu.text.Writings;
import org.qibu.transaction.ReadTogether;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The address of an organisation gets the verdict that every other door gives: mail reaches it, or it is refused at once. */
class ContactsOfOrganisationsTest {

    private static final List<String> REACHABLE = Writings.REACHABLE;
    private static final List<List<String>> CLEANED = Writings.CLEANED;
    private static final List<String> UNREACHABLE = Writings.UNREACHABLE;
    private static final AtomicInteger COMMUNITIES = new AtomicInteger();

    private final JdbcClient database = JdbcClient.create(RoomsDatabase.source());
    private final Organisations organisations = new Organisations(database, new ReadTogether(database));
    private final String community = "CO-" + COMMUNITIES.incrementAndGet();

    @BeforeEach
    void aCommunity() {
        new Communities(database, new ReadTogether(database))
                .add(new Community(community, "单位社区", "街道", "", "", "", "ORDINARY"));
    }

    private void add(String email) {
        organisations.add(
                new Organisation(community, "WY-01", "东风物业", "property-firm", email, "REGISTERED"), List.of());
    }

    @ParameterizedTest
    @FieldSource("REACHABLE")
    void takesWhatMailCanReach(String email) {
        assertThatCode(() -> add(email)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @FieldSource("UNREACHABLE")
    void refusesWhatNoMailReaches(String email) {
        assertThatThrownBy(() -> add(email)).hasMessageContaining("“邮箱”收不到信");
    }

    @ParameterizedTest
    @FieldSource("CLEANED")
    void keepsAnAddressOneWay(List<String> writing) {
        add(writing.get(0));
        assertThat(organisations.of(community)).extracting(Organisation::email).containsExactly(writing.get(1));
    }
}
