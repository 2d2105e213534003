package org.qibu.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.RoomsDatabase;
import org.qibu.engine.FormRefused;
import org.qibu.text.Writings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What an account's profile takes is checked: the address by the one reader of addresses and against those of others, the
 * name for characters that could end a line of a mail, and an account never becomes another.
 */
class ProfileCheckTest {

    private static final List<String> REACHABLE = Writings.REACHABLE;
    private static final List<List<String>> CLEANED = Writings.CLEANED;
    private static final List<String> UNREACHABLE =
            Writings.UNREACHABLE.stream().filter(text -> !text.isEmpty()).toList();

    private final SingleConnectionDataSource connection = apart();
    private final JdbcClient database = JdbcClient.create(connection);
    private final ProfileCheck check = new ProfileCheck(database);

    /** A schema of its own with the table of accounts, as no engine runs here. */
    private static SingleConnectionDataSource apart() {
        try {
            return new SingleConnectionDataSource(RoomsDatabase.source().getConnection(), true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void twoAccounts() {
        database.sql("create schema profiles").update();
        database.sql("set search_path to profiles, public").update();
        database.sql("create table act_id_user (id_ text primary key, first_ text, last_ text, email_ text, pwd_ text)")
                .update();
        database.sql("insert into act_id_user values ('pc-other', '李', '', 'other@pc.example', 'x'),"
                        + " ('pc-own', '王', '', 'old@', 'y')")
                .update();
    }

    @AfterEach
    void forget() {
        database.sql("reset search_path").update();
        database.sql("drop schema profiles cascade").update();
        connection.destroy();
    }

    private static User account(String first, String email) {
        var user = new UserEntity("pc-new");
        user.setFirstName(first);
        user.setLastName("");
        user.setEmail(email);
        return user;
    }

    @ParameterizedTest
    @ValueSource(strings = {"PC-OTHER", "Pc-Other", "pc--other", "..", ".", "pc-new.", "-a", "a b", "a/1", "用户", ""})
    void refusesANameThatIsNoneOrAnothersInOtherLetters(String id) {
        var user = account("名", "new@pc.example");
        user.setId(id);

        assertThatThrownBy(() -> check.check(user))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(FormRefused.Fault::key)
                                .containsExactly("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "zhang.san", "grid_1", "wang@jd-3", "pc-other2"})
    void takesANameOfItsOwn(String id) {
        var user = account("名", "new@pc.example");
        user.setId(id);

        check.check(user);
    }

    @ParameterizedTest
    @FieldSource("REACHABLE")
    void takesWhatMailCanReach(String email) {
        assertThatCode(() -> check.check(account("马玉", email))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @FieldSource("UNREACHABLE")
    void refusesWhatNoMailReaches(String email) {
        assertThatThrownBy(() -> check.check(account("马玉", email)))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.key()).isEqualTo("email")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"other@pc.example", "OTHER@pc.example", "Other@PC.example"})
    void refusesTheAddressOfAnotherAccountInAnyCase(String email) {
        assertThatThrownBy(() -> check.check(account("马玉", email))).hasMessageContaining("这个邮箱已经是另一个账号的");
    }

    @ParameterizedTest
    @ValueSource(strings = {"马\r\nBcc: a@b.example", "马\n玉", "马\u0000玉", "马\u202E玉", "马\u0085玉", "马\uE863玉"})
    void refusesANameThatCouldEndALineOrCannotBeKept(String name) {
        assertThatThrownBy(() -> check.check(account(name, "ma@pc.example"))).hasMessageContaining("“名字”里有");
    }

    @Test
    void refusesANameNobodyHas() {
        assertThatThrownBy(() -> check.check(account("马".repeat(61), "ma@pc.example")))
                .hasMessageContaining("最多 60 个字");
        assertThatCode(() -> check.check(account("𬭎".repeat(60), "ma@pc.example")))
                .doesNotThrowAnyException();
    }

    @Test
    void looksAtWhatChangesOnly() {
        var own = new UserEntity("pc-own");
        own.setRevision(1);
        own.setFirstName("王");
        own.setLastName("");
        own.setEmail("old@");
        own.setDbPassword("y");
        assertThatCode(() -> check.check(own)).doesNotThrowAnyException();

        own.setEmail("new@");
        assertThatThrownBy(() -> check.check(own)).hasMessageContaining("收不到信");
    }

    @Test
    void anAccountThatWasLoadedIsNeverWrittenOverAnother() {
        var loaded = new UserEntity("pc-own");
        loaded.setRevision(1);
        loaded.setFirstName("王");
        loaded.setLastName("");
        loaded.setEmail("old@");
        loaded.setDbPassword("y");
        for (var id : List.of("pc-other", "pc-nobody")) {
            loaded.setId(id);
            assertThatThrownBy(() -> check.check(loaded)).hasMessageContaining("账号名不能修改");
        }
    }

    @ParameterizedTest
    @FieldSource("CLEANED")
    void keepsAnAddressOneWay(List<String> writing) {
        var account = account("马玉", writing.get(0));
        check.check(account);
        assertThat(account.getEmail()).isEqualTo(writing.get(1));
    }
}
