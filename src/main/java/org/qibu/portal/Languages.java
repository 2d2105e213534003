package org.qibu.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Chinese unless somebody asks for English with {@code ?lang=en}; a cookie remembers it. */
@Configuration(proxyBeanMethods = false)
class Languages implements WebMvcConfigurer {

    @Bean
    LocaleResolver localeResolver() {
        var overHttps = new LanguageCookie(true);
        return new LanguageCookie(false) {
            @Override
            public void setLocaleContext(
                    HttpServletRequest request, HttpServletResponse response, LocaleContext chosen) {
                if (request.isSecure()) {
                    overHttps.setLocaleContext(request, response, chosen);
                } else {
                    super.setLocaleContext(request, response, chosen);
                }
            }
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        var change = new LocaleChangeInterceptor() {
            @Override
            protected Locale parseLocaleValue(String value) {
                return value.startsWith("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
            }
        };
        change.setParamName("lang");
        interceptors.addInterceptor(change);
    }
}
