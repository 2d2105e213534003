package org.qibu.portal;

import java.time.Duration;
import java.util.Locale;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Remembers a choice of the two languages there are; every other wish means Chinese. */
class LanguageCookie extends CookieLocaleResolver {

    private static final String NAME = "qibu-lang";

    /** @param isSecure whether the browser sends it back over https only */
    LanguageCookie(boolean isSecure) {
        super(NAME);
        setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        setCookieMaxAge(Duration.ofDays(365));
        setCookieHttpOnly(false); // the web apps read and write it too: docs/adr/0014
        setCookieSameSite("Lax");
        setCookieSecure(isSecure);
        setRejectInvalidCookies(false);
    }

    @Override
    protected Locale parseLocaleValue(String value) {
        return value.startsWith("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }
}
