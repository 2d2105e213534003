package org.qibu.mail.texts;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.qibu.mail.MailKind;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/**
 * Lays mails out with Mustache in {@code mail/page.html} and {@code mail/page.txt}; the words of each kind are in
 * {@code mail/<kind>_<language>.mail}, short ones in {@code mail/texts}, labels of codes those of the pages. Whatever is read is compiled and remembered.
 */
@Component
public class MailTemplates {

    /** More than one empty line. */
    private static final Pattern GAPING = Pattern.compile("\\n{3,}");
    /** More versions of words than are in use at once, so that previews never fill the memory. */
    private static final int MOST = 500;

    private static final Mustache.Escaper HTML = Escapers.simple(
            new String[] {"&", "&amp;"},
            new String[] {"<", "&lt;"},
            new String[] {">", "&gt;"},
            new String[] {"\"", "&quot;"},
            new String[] {"'", "&#39;"});

    private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();
    private final Template page = Mustache.compiler().withEscaper(HTML).compile(read("page.html"));
    private final Template plain = Mustache.compiler().escapeHTML(false).compile(read("page.txt"));
    private final Map<String, MailText> shipped = new ConcurrentHashMap<>();
    private final Map<MailText, CompiledText> compiled = new ConcurrentHashMap<>();

    public MailTemplates() {
        words.setBasenames("mail/texts", "messages/common");
        words.setDefaultEncoding(StandardCharsets.UTF_8.name());
        words.setFallbackToSystemLocale(false);
    }

    /** The words we ship. */
    public MailText shipped(MailKind kind, Locale language) {
        return shipped.computeIfAbsent(
                kind.template() + "_" + language.getLanguage() + ".mail", name -> MailText.parse(read(name)));
    }

    /** These words, ready to be filled. */
    public CompiledText compiled(MailText text) {
        if (compiled.size() > MOST) {
            compiled.clear();
        }
        return compiled.computeIfAbsent(text, CompiledText::new);
    }

    /** A mail as HTML, out of its pieces. */
    public String html(List<MailBlock> blocks, Locale language, Map<String, Object> model) {
        var whole = withWords(model, language);
        whole.put("blocks", blocks);
        return page.execute(whole).strip();
    }

    /** A mail as text, out of its pieces. */
    public String text(List<MailBlock> blocks, Locale language, Map<String, Object> model) {
        var whole = withWords(model, language);
        whole.put("body", MailBlock.text(blocks));
        return GAPING.matcher(plain.execute(whole)).replaceAll("\n\n").strip() + "\n";
    }

    private Map<String, Object> withWords(Map<String, Object> model, Locale language) {
        var whole = new HashMap<>(model);
        whole.put("product", word("product", language));
        whole.put(
                "greeting",
                model.containsKey("recipient")
                        ? word("greeting", language, model.get("recipient"))
                        : word(model.get("anybodyKey").toString(), language));
        whole.put("button", word(model.get("buttonKey").toString(), language));
        whole.put("footer", word(model.get("footerKey").toString(), language));
        whole.put("stepsLabel", word("steps", language));
        if (model.containsKey("attachments")) {
            whole.put("attachmentsLabel", word("attachments", language));
        }
        return whole;
    }

    private static String read(String name) {
        try (var in = MailTemplates.class.getResourceAsStream("/mail/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String word(String key, Locale language, Object... arguments) {
        return words.getMessage(key, arguments, language);
    }
}
