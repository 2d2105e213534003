package org.qibu.engine.guard;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.qibu.engine.FormRefused;
import org.qibu.text.ComparisonKey;
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
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_.@-]{0,62}[A-Za-z0-9])?");

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
        if (kept.isEmpty()) {
            checkId(faults, text(user.getId()));
        }
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

    /** A new account is told apart from every other however its name is written. */
    private void checkId(FormRefused.Collector faults, String id) {
        if (!ID.matcher(id).matches()) {
            faults.check(false, "id", "“账号”只能用英文字母、数字和 _ . @ -，首尾是字母或数字，最多 64 个字符。");
            return;
        }
        hold("account-id:" + ComparisonKey.of(id));
        database.sql("select id_ from act_id_user where comparison_key(id_) = comparison_key(?)")
                .param(id)
                .query(String.class)
                .list()
                .forEach(other -> faults.check(false, "id", "已有账号“" + other + "”，只差大小写或标点，请换一个。"));
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
        hold("account-email:" + email);
        var others = database.sql("select count(*) from act_id_user where lower(email_) = lower(?) and id_ <> ?")
                .params(email, id)
                .query(Long.class)
                .single();
        faults.check(others == 0, "email", "这个邮箱已经是另一个账号的，请换一个。");
    }

    /** Until the transaction ends nobody else takes this address or name. */
    private void hold(String what) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(lower(?), 0))::text")
                .param(what)
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
