package org.qibu.mail;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The mail room's own Thymeleaf: {@code mail/<kind>_<language>.html} and {@code .txt}, short words in {@code mail/texts}. */
@Component
class MailTemplates {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();

    MailTemplates() {
        words.setBasename("mail/texts");
        words.setDefaultEncoding(StandardCharsets.UTF_8.name());
        words.setFallbackToSystemLocale(false);
        engine.setTemplateEngineMessageSource(words);
        engine.addTemplateResolver(resolver("*.html", TemplateMode.HTML));
        engine.addTemplateResolver(resolver("*.txt", TemplateMode.TEXT));
    }

    String html(MailKind kind, Locale language, Map<String, Object> model) {
        return engine.process(name(kind, language) + ".html", new Context(language, model))
                .strip();
    }

    String text(MailKind kind, Locale language, Map<String, Object> model) {
        var text = engine.process(name(kind, language) + ".txt", new Context(language, model));
        return text.replaceAll("\\n{3,}", "\n\n").strip() + "\n";
    }

    String word(String key, Locale language, Object... arguments) {
        return words.getMessage(key, arguments, language);
    }

    private static String name(MailKind kind, Locale language) {
        return kind.template() + "_" + language.getLanguage();
    }

    private static ClassLoaderTemplateResolver resolver(String pattern, TemplateMode mode) {
        var resolver = new ClassLoaderTemplateResolver(MailTemplates.class.getClassLoader());
        resolver.setPrefix("mail/");
        resolver.setResolvablePatterns(Set.of(pattern));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return resolver;
    }
}
