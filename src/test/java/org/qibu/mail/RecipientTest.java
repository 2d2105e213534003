package org.qibu.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientTest {

    @ParameterizedTest
    @ValueSource(strings = {"clerk@qibu.example", "a.b+c@mail.x-y.cn", "O'Hara_1@X.CN"})
    void takesOnePlainAddress(String address) {
        assertThat(Recipient.isUsable(address)).isTrue();
        assertThat(new Recipient(address, "王", Locale.CHINA).address()).isEqualTo(address);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "a@x.cn\r\nBcc: b@y.cn",
                "a@x.cn\n",
                "a@x.cn,b@y.cn",
                "a@x.cn b@y.cn",
                "\"<script>\"@x.cn",
                "王 <a@x.cn>",
                "<a@x.cn>",
                "a@b",
                "a@@x.cn",
                ".a@x.cn",
                "a..b@x.cn",
                "a@-x.cn",
                "a@x..cn",
                "a@例子.cn",
                "name@例子.中国",
                "а@x.cn",
                "a@xn--fsqu00a.cn",
                "a@x.xn--fiqs8s",
                "a@x.c",
                "@x.cn",
                "a@[127.0.0.1]"
            })
    void refusesAnythingElse(String address) {
        assertThat(Recipient.isUsable(address)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Recipient(address, "王", Locale.CHINA));
    }

    @Test
    void refusesAnAddressThatIsTooLong() {
        assertThat(Recipient.isUsable("a".repeat(65) + "@x.cn")).isFalse();
        assertThat(Recipient.isUsable("a".repeat(300) + "@x.cn")).isFalse();
        assertThat(Recipient.isUsable("a@" + "b.".repeat(126) + "cn")).isFalse();
    }

    @Test
    void cleansTheNameAndWritesChineseUnlessEnglishIsWanted() {
        var recipient = new Recipient("a@x.cn", "王\r\nBcc: b\u202Ey", null);

        assertThat(recipient.name()).isEqualTo("王 Bcc: by");
        assertThat(recipient.language()).isEqualTo(Locale.CHINESE);
        assertThat(new Recipient("a@x.cn", null, Locale.UK).language()).isEqualTo(Locale.ENGLISH);
    }
}
