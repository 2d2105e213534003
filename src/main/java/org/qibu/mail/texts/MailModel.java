package org.qibu.mail.texts;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.qibu.mail.Attachment;
import org.qibu.mail.Letter;
import org.qibu.mail.MailKind;
import org.qibu.mail.MailLinks;
import org.qibu.mail.PlainText;
import org.qibu.mail.texts.MailBlock.Item;
import org.qibu.mail.texts.MailBlock.Step;
import org.qibu.text.CodeLabels;

/** Prepares what a template sees: texts cleaned, empty ones gone, the seven steps and the greeting added. */
public final class MailModel {

    private static final int TITLE_LIMIT = 80;
    private static final int STEPS = 7;

    private MailModel() {}

    public static Map<String, Object> of(Letter letter, MailLinks links, BiFunction<String, Object[], String> words) {
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
        model.put("buttonKey", button(letter.kind(), suffix));
        model.put("footerKey", "footer" + suffix);
        if (model.get("stepNo") instanceof Integer step) {
            model.put("steps", steps(step, words));
        }
        if (letter.kind() == MailKind.STATUS) {
            var key = model.containsKey("ended") ? "closing.ended" : "closing.ongoing";
            model.put("closing", words.apply(key, new Object[0]));
        }
        model.computeIfPresent("notAdopted", (name, points) -> reasoned(points, words));
        return model;
    }

    private static String button(MailKind kind, String suffix) {
        return switch (kind) {
            case DIGEST, LATE_LIST -> "button.digest";
            case ABSENCE -> "button.absence";
            case PROCESS_FAULT -> "button.fault";
            default -> "button" + suffix;
        };
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

    private static List<Step> steps(int current, BiFunction<String, Object[], String> words) {
        return IntStream.rangeClosed(1, STEPS)
                .mapToObj(no -> new Step(
                        Character.toString('①' + no - 1),
                        words.apply(CodeLabels.shortStepKey(no), new Object[0]),
                        no == current))
                .toList();
    }

    /** Points that were not adopted, each with its reason. */
    private static Object reasoned(Object points, BiFunction<String, Object[], String> words) {
        return points instanceof Collection<?> list
                ? list.stream().map(point -> reasonedOne(point, words)).toList()
                : points;
    }

    private static Item reasonedOne(Object point, BiFunction<String, Object[], String> words) {
        if (!(point instanceof Map<?, ?> said)) {
            return new Item(point.toString(), null);
        }
        var reason = said.get("reason");
        var text = String.valueOf(said.get("point"));
        return new Item(
                reason == null ? text : text + "\n" + words.apply("notAdopted.reason", new Object[] {reason}), null);
    }
}
