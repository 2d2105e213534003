package org.qibu.mail;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Prepares what a template sees: texts cleaned, empty ones gone, the seven steps and the greeting added. */
final class MailModel {

    private static final int TITLE_LIMIT = 80;
    private static final int STEPS = 7;

    private MailModel() {}

    /** One of the seven steps in the line of a status mail. */
    record Step(String sign, String word, boolean current) {}

    static Map<String, Object> of(Letter letter, MailLinks links) {
        var model = new LinkedHashMap<String, Object>();
        letter.model().forEach((key, value) -> clean(value).ifPresent(kept -> model.put(key, kept)));
        model.computeIfPresent("title", (key, title) -> PlainText.line(title.toString(), TITLE_LIMIT));
        model.computeIfPresent("link", (key, link) -> links.own(link.toString()).orElse(null));
        model.computeIfPresent("stepNo", (key, step) -> number(step));
        if (letter.matterNo() != null) {
            model.putIfAbsent("matterNo", letter.matterNo());
        }
        greeted(letter, model).ifPresent(name -> model.put("recipient", name));
        model.put("language", letter.to().language().getLanguage());
        if (!letter.attachments().isEmpty()) {
            model.put(
                    "attachments",
                    letter.attachments().stream().map(Attachment::fileName).toList());
        }
        var suffix = letter.kind().isForStaff() ? ".staff" : "";
        model.put("anybodyKey", "greeting.anybody" + suffix);
        model.put("buttonKey", letter.kind() == MailKind.DIGEST ? "button.digest" : "button" + suffix);
        model.put("footerKey", "footer" + suffix);
        model.put("steps", steps(model.get("stepNo")));
        return model;
    }

    /** Only a receipt goes to the proposer and nobody else, so only there may the proposer's name step in. */
    private static Optional<Object> greeted(Letter letter, Map<String, Object> model) {
        if (!letter.to().name().isEmpty()) {
            return Optional.of(letter.to().name());
        }
        return letter.kind() == MailKind.RECEIPT ? Optional.ofNullable(model.get("proposerName")) : Optional.empty();
    }

    private static Optional<Object> clean(Object value) {
        if (value instanceof CharSequence text) {
            return Optional.<Object>of(PlainText.of(text.toString()).strip()).filter(kept -> !"".equals(kept));
        }
        if (value instanceof Collection<?> items) {
            var kept = items.stream()
                    .map(MailModel::clean)
                    .flatMap(Optional::stream)
                    .toList();
            return Optional.<Object>of(kept).filter(list -> !kept.isEmpty());
        }
        if (value instanceof Map<?, ?> members) {
            var kept = new LinkedHashMap<Object, Object>();
            members.forEach((key, member) -> clean(member).ifPresent(text -> kept.put(key, text)));
            return Optional.<Object>of(kept).filter(map -> !kept.isEmpty());
        }
        return Optional.ofNullable(value);
    }

    private static Integer number(Object step) {
        return step instanceof Number number ? Integer.valueOf(number.intValue()) : Integer.valueOf(step.toString());
    }

    private static List<Step> steps(Object current) {
        return IntStream.rangeClosed(1, STEPS)
                .mapToObj(no -> new Step(
                        Character.toString('①' + no - 1),
                        "step." + no,
                        Integer.valueOf(no).equals(current)))
                .toList();
    }
}
