package org.qibu.engine.door;

import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.qibu.engine.FormRefused;
import org.qibu.text.EmailAddress;
import org.qibu.text.TextCharacters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an account may be called and where its mail goes. Looks at what changes only, so that a password can be changed where
 * an older profile would not be taken today. Ask within the transaction that saves the account.
 */
@Component
class ProfileCheck {

    private static final int LONGEST_NAME = 60;

    private final JdbcClient database;

    ProfileCheck(JdbcClient database) {
        this.database = database;
    }

    private record Kept(String first, String last, String email, String password) {}

    /**
     * Writes the mail address the one way it is stored.
     *
     * @throws FormRefused naming each part that cannot be taken
     */
    void check(User user) {
        var kept = kept(user.getId());
        mustBeItself(user, kept);
        EmailAddress.read(user.getEmail()).map(EmailAddress::text).ifPresent(user::setEmail);
        var before = kept.orElse(new Kept("", "", "", ""));
        var faults = new FormRefused.Collector();
        checkName(faults, "firstName", "名字", before.first(), user.getFirstName());
        checkName(faults, "lastName", "姓氏", before.last(), user.getLastName());
        if (!Objects.equals(before.email(), text(user.getEmail()))) {
            checkEmail(faults, user.getId(), text(user.getEmail()));
        }
        faults.refuseIfAny();
    }

    private Optional<Kept> kept(String id) {
        return database.sql("select first_, last_, email_, pwd_ from act_id_user where id_ = ?")
                .param(id)
                .query((row, number) -> new Kept(
                        text(row.getString("first_")),
                        text(row.getString("last_")),
                        text(row.getString("email_")),
                        text(row.getString("pwd_"))))
                .optional();
    }

    /** A loaded account that was given another id would be written over the one of that id. */
    private static void mustBeItself(User user, Optional<Kept> kept) {
        var isLoaded = user instanceof UserEntity loaded && loaded.getRevision() > 0;
        if (isLoaded
                && kept.filter(same -> same.password().equals(text(((UserEntity) user).getPassword())))
                        .isEmpty()) {
            throw new FormRefused("id", "账号名不能修改。");
        }
    }

    private static void checkName(FormRefused.Collector faults, String key, String label, String before, String given) {
        var name = text(given);
        if (!name.equals(before)) {
            faults.check(
                    !hasControl(name) && TextCharacters.fault(name).isEmpty(), key, "“" + label + "”里有换行或不能使用的字符，请删去。");
            faults.check(
                    name.codePointCount(0, name.length()) <= LONGEST_NAME,
                    key,
                    "“" + label + "”最多 " + LONGEST_NAME + " 个字。");
        }
    }

    private void checkEmail(FormRefused.Collector faults, String id, String email) {
        if (email.isEmpty()) {
            return;
        }
        if (!EmailAddress.isOne(email)) {
            faults.check(false, "email", EmailAddress.refusal("邮箱"));
            return;
        }
        holdAddress(email);
        var others = database.sql("select count(*) from act_id_user where lower(email_) = lower(?) and id_ <> ?")
                .params(email, id)
                .query(Long.class)
                .single();
        faults.check(others == 0, "email", "这个邮箱已经是另一个账号的，请换一个。");
    }

    /** Until the transaction ends nobody else takes this address. */
    private void holdAddress(String email) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(lower(?), 0))::text")
                .param("account-email:" + email)
                .query(String.class)
                .optional();
    }

    private static boolean hasControl(String text) {
        return text.codePoints().anyMatch(Character::isISOControl);
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
