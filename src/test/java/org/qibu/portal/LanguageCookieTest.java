package org.qibu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** A cookie is written by whoever sends it; what says nothing means Chinese. */
class LanguageCookieTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "../../x", "zh/Nowhere", "zh Mars/Base", "/", "xx", "-"})
    void whatIsNoLanguageIsChinese(String value) {
        var request = new MockHttpServletRequest();
        request.setCookies(new Cookie("qibu-lang", value));

        assertThat(new LanguageCookie(false).resolveLocale(request)).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    }
}
