package org.qibu.mail.texts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.qibu.mail.MailKind;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * The mail room's own Thymeleaf, which lays mails out; the words of each kind in {@code mail/<kind>_<language>.mail}, short
 * ones in {@code mail/texts}.
 */
@Component
public class MailTemplates {

    /** More than one empty line. */
    private static final Pattern GAPING = Pattern.compile("\\n{3,}");

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();
    private final LayoutCache pages = new LayoutCache(
            this::layOut, List.of("subject", "communityName", "recipient", "link"), MailTemplates::escaped);
    private final LayoutCache texts =
            new LayoutCache(this::layOutText, List.of("communityName", "recipient", "link", "body"), value -> value);
    private final Map<String, MailText> shipped = new ConcurrentHashMap<>();

    public MailTemplates() {
        words.setBasename("mail/texts");
        words.setDefaultEncoding(StandardCharsets.UTF_8.name());
        words.setFallbackToSystemLocale(false);
        engine.setTemplateEngineMessageSource(words);
        engine.addTemplateResolver(resolver("*.html", TemplateMode.HTML));
        engine.addTemplateResolver(resolver("*.txt", TemplateMode.TEXT));
    }

    /** The words we ship. */
    public MailText shipped(MailKind kind, Locale language) {
        return shipped.computeIfAbsent(name(kind, language) + ".mail", MailTemplates::read);
    }

    /** A mail as HTML, out of its pieces. */
    public String html(List<MailBlock> blocks, Locale language, Map<String, Object> model) {
        return pages.layOut(blocks, language, model);
    }

    private String layOut(List<MailBlock> blocks, Locale language, Map<String, Object> model) {
        var context = new Context(language, model);
        context.setVariable("blocks", blocks);
        return engine.process("plain.html", context).strip();
    }

    /** A mail as text, out of its pieces. */
    public String text(List<MailBlock> blocks, Locale language, Map<String, Object> model) {
        var whole = new HashMap<>(model);
        whole.put("body", FilledText.text(blocks));
        return GAPING.matcher(texts.layOut(List.of(), language, whole))
                        .replaceAll("\n\n")
                        .strip() + "\n";
    }

    private String layOutText(List<MailBlock> none, Locale language, Map<String, Object> model) {
        return engine.process("plain.txt", new Context(language, model));
    }

    /** As Thymeleaf writes a text. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static MailText read(String name) {
        try (var in = MailTemplates.class.getResourceAsStream("/mail/" + name)) {
            return MailText.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String word(String key, Locale language, Object... arguments) {
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
