package org.qibu.mail.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.qibu.mail.MailKind;
import org.qibu.mail.texts.CompiledText;
import org.qibu.mail.texts.MailNames;
import org.qibu.mail.texts.MailText;
import org.qibu.text.TextCharacters;

/** Words for a kind of mail as an administrator typed them. */
public record MailTextForm(String subject, String body) {

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 8_000;
    private static final Pattern BRACED = Pattern.compile("\\{\\{([^{}]*)}}");

    public MailTextForm {
        subject = subject == null ? "" : TextCharacters.shown(subject).strip();
        body = body == null ? "" : TextCharacters.shown(body).strip();
    }

    public static MailTextForm of(MailText text) {
        return new MailTextForm(text.subject(), text.body());
    }

    MailText text() {
        return new MailText(subject, body);
    }

    /** What stands against it, by field. */
    public Map<String, String> faults(MailKind kind) {
        var faults = new LinkedHashMap<String, String>();
        var allowed = MailNames.of(kind);
        subjectFault(allowed).ifPresent(fault -> faults.put("subject", fault));
        bodyFault(allowed).ifPresent(fault -> faults.put("body", fault));
        TextCharacters.fault(subject).ifPresent(fault -> faults.put("subject", "主题" + fault));
        TextCharacters.fault(body).ifPresent(fault -> faults.put("body", "正文" + fault));
        return faults;
    }

    private Optional<String> subjectFault(List<String> allowed) {
        if (subject.isEmpty()) {
            return Optional.of("请填写主题。");
        }
        if (subject.contains("\n") || subject.length() > LONGEST_SUBJECT) {
            return Optional.of("主题只能有一行，最多 200 字。");
        }
        return nameFault(subject, allowed).or(() -> listIn(subject));
    }

    private Optional<String> bodyFault(List<String> allowed) {
        if (body.isEmpty()) {
            return Optional.of("请填写正文。");
        }
        if (body.length() > LONGEST_BODY) {
            return Optional.of("正文最多 8000 字。");
        }
        return nameFault(body, allowed)
                .or(() -> body.lines()
                        .map(String::strip)
                        .filter(line -> !CompiledText.isAlone(line))
                        .flatMap(line -> listIn(line).stream())
                        .findFirst());
    }

    private static Optional<String> nameFault(String text, List<String> allowed) {
        var unknown = BRACED.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !allowed.contains(name))
                .findFirst();
        if (unknown.isPresent()) {
            return Optional.of("没有“{{" + unknown.get() + "}}”这个填空项，请只用本页列出的填空项。");
        }
        var rest = BRACED.matcher(text).replaceAll("\u0000");
        return Stream.of("{{", "}}", "{\u0000", "\u0000}").anyMatch(rest::contains)
                ? Optional.of("有一处填空项不完整，请写成两个花括号括起来的名称，例如 {{matterNo}}。")
                : Optional.empty();
    }

    private static Optional<String> listIn(String line) {
        return BRACED.matcher(line)
                .results()
                .map(found -> found.group(1))
                .filter(MailNames.LISTS::contains)
                .map(name -> "“{{" + name + "}}”是清单，只能在正文里单独占一行，前面可以有“名称：”。")
                .findFirst();
    }
}
