package org.qibu.engine.form;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.engine.RowList;
import org.qibu.engine.spi.FormHandler;
import org.qibu.engine.spi.FormLedger;
import org.qibu.engine.spi.FormRule;
import org.qibu.engine.spi.LastSubmissions;
import org.qibu.engine.spi.StartFormHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Takes submitted forms apart: what is kept in our tables, and the few values the engine routes by. */
@Component
@NamedInterface("form")
public class FormSubmissionService {

    /** Behind the key of a list of rows: the same rows as people read them, for the form's table. */
    private static final String SHOWN = "Shown";

    private final FormCheck check;
    private final RowCheck rows;
    private final FileDemands files;
    private final FormLedger ledger;
    private final SingletonSupplier<Optional<LastSubmissions>> submissions;
    private final SingletonSupplier<List<FormRule>> formRules;
    /** By form, collected once: which there are does not change while the program runs. */
    private final Supplier<Map<String, FormHandler>> handlers;

    private final SingletonSupplier<List<StartFormHandler>> startHandlers;
    private final FormCount count;
    private final Clock clock;

    FormSubmissionService(
            FormCheck check,
            RowCheck rows,
            FileDemands files,
            FormLedger ledger,
            ObjectProvider<LastSubmissions> submissions,
            ObjectProvider<FormRule> formRules,
            ObjectProvider<FormHandler> handlers,
            ObjectProvider<StartFormHandler> startHandlers,
            FormCount count,
            Clock clock) {
        this.check = check;
        this.rows = rows;
        this.files = files;
        this.ledger = ledger;
        this.submissions = SingletonSupplier.of(() -> Optional.ofNullable(submissions.getIfAvailable()));
        this.formRules = SingletonSupplier.of(() -> formRules.stream().toList());
        this.handlers = SingletonSupplier.of(
                () -> handlers.stream().collect(Collectors.toMap(FormHandler::formId, Function.identity())));
        this.startHandlers = SingletonSupplier.of(() -> startHandlers.stream().toList());
        this.count = count;
        this.clock = clock;
    }

    /** Checks and keeps a task's form; what comes back is all the engine may know. */
    public Map<String, Object> accept(FormCase form, FormDefinition definition, Map<String, Object> submitted) {
        var known = known(form, definition);
        var sent = asKnown(definition, SubmittedValues.plain(submitted), known);
        var plain = withDrafts(form, definition, sent, known);
        var values = check.check(definition, plain, facts(form), form.communityCode());
        files.check(form, definition, values, facts(form));
        formRules.obtain().forEach(rule -> rule.check(form, new FormValues(values)));
        ledger.record(form, recorded(form, values), definition.labels());
        count.taken(form.taskId(), form, definition, values, known);
        var routing = routing(definition, values, form.routing());
        handler(form.formId()).ifPresent(handler -> routing.putAll(handler.submit(form, new FormValues(values))));
        ledger.forgetDraftRows(form.matterNo(), rowFields(definition));
        return routing;
    }

    /**
     * The values the engine routes by. One that was left blank is handed on as nothing where the engine does not know it yet:
     * a condition that asks for an unknown one fails, the same over nothing is not met.
     *
     * @param values what was taken, without what was left blank
     * @param inSight the engine's values in sight of the task
     */
    static Map<String, Object> routing(
            FormDefinition definition, Map<String, Object> values, Map<String, Object> inSight) {
        var routing = new LinkedHashMap<String, Object>();
        definition.fields().stream()
                .filter(FormField::routing)
                .map(FormField::key)
                .filter(key -> values.containsKey(key) || !inSight.containsKey(key))
                .forEach(key -> routing.put(key, values.get(key)));
        return routing;
    }

    private Map<String, Object> recorded(FormCase form, Map<String, Object> values) {
        var recorded = new LinkedHashMap<>(values);
        handler(form.formId()).ifPresent(handler -> recorded.keySet().removeAll(handler.keptElsewhere()));
        return recorded;
    }

    /** Checks a start form and lets its room open the matter. */
    public StartFormHandler.Started start(String userId, FormDefinition definition, Map<String, Object> submitted) {
        var handler = startHandler(definition.id());
        var known = userId == null ? Map.<String, Object>of() : handler.prefill(userId);
        var sent = asKnown(definition, SubmittedValues.plain(submitted), known);
        var values = check.check(definition, sent, Map.of(), "");
        var started = handler.submit(userId, new FormValues(values));
        ledger.label(started.matterNo(), definition.id(), definition.labels());
        count.taken(definition.id(), startCase(userId, definition, started), definition, values, known);
        return started;
    }

    private FormCase startCase(String userId, FormDefinition definition, StartFormHandler.Started started) {
        return new FormCase(
                started.matterNo(),
                started.communityCode(),
                definition.id(),
                null,
                "",
                "",
                userId,
                clock.instant(),
                started.routing());
    }

    /** A person opened a form; {@code place} is its task, or the form itself where a matter begins with it. */
    public void opened(String place, String userId) {
        count.opened(place, userId);
    }

    /** The routing values a matter of this start form begins with. */
    public Map<String, Object> firstRouting(FormDefinition definition) {
        return startHandler(definition.id()).firstRouting();
    }

    /** What stands in a task's form when it is opened. */
    public Map<String, Object> prefill(FormCase form, FormDefinition definition) {
        var known = known(form, definition);
        var values = new HashMap<>(known);
        rowFields(definition).forEach(field -> {
            var entered = rows(form, field, known);
            values.put(field, entered);
            values.put(field + SHOWN, inWords(form, field, entered));
        });
        values.putAll(facts(form));
        values.putAll(files.sentences(form, definition));
        values.put("brief", brief(form));
        return values;
    }

    /** Fields of a form that only those who work on its task may see. */
    public Set<String> confidential(FormDefinition definition) {
        return handler(definition.id()).map(FormHandler::keptElsewhere).orElse(Set.of()).stream()
                .flatMap(field -> Stream.of(field, field + SHOWN))
                .collect(Collectors.toSet());
    }

    private List<Map<String, Object>> inWords(FormCase form, String field, Object entered) {
        var list = rows.known().getOrDefault(field, new RowList(field, field, List.of()));
        return entered == null
                ? List.of()
                : ledger.inWords(form, list, new FormValues(Map.of(field, entered)).rows(field));
    }

    /** What nobody has to type, since it was taken before or its step suggests it; a key without value opens empty. */
    private Map<String, Object> known(FormCase form, FormDefinition definition) {
        var keys = definition.fields().stream().map(FormField::key).collect(Collectors.toSet());
        var values = new HashMap<>(ledger.latest(form.matterNo(), keys));
        // another form may keep something else under the same key
        definition.fields().stream()
                .filter(field -> values.containsKey(field.key()) && !field.canHold(values.get(field.key())))
                .forEach(field -> values.remove(field.key()));
        values.putAll(suggested(form));
        submissions.obtain().ifPresent(taken -> values.putAll(taken.takenBack(form)));
        return values;
    }

    /** Why a submission of this form cannot be taken back; empty where it can. A form without a handler can. */
    public Optional<String> whyFinal(String formId) {
        return handler(formId).flatMap(FormHandler::whyFinal);
    }

    /** Calls the handler of a form to take back what it wrote; does nothing where the form has none. */
    public void retract(String formId, String matterNo, FormValues withdrawn) {
        handler(formId).ifPresent(handler -> handler.retract(matterNo, withdrawn));
    }

    private Map<String, Object> facts(FormCase form) {
        return handler(form.formId()).map(handler -> handler.facts(form)).orElse(Map.of());
    }

    private String brief(FormCase form) {
        var note = handler(form.formId()).map(handler -> handler.note(form)).orElse("");
        return ledger.brief(form) + (note.isEmpty() ? "" : "\n\n" + note);
    }

    /** What stands in a start form when it is opened. */
    public Map<String, Object> prefill(String userId, FormDefinition definition) {
        return startHandler(definition.id()).prefill(userId);
    }

    /** Checks rows that are written on the matter's page for a task to come. */
    public List<Map<String, Object>> checkRows(String field, Object value, String communityCode) {
        var list = rows.known().get(field);
        if (list == null) {
            throw new FormRefused(field, "没有“" + field + "”这个清单。");
        }
        return check.rows(list, value, communityCode);
    }

    /** The row lists a form asks for. */
    public List<RowList> rowLists(FormDefinition definition) {
        var known = rows.known();
        return rowFields(definition).stream()
                .filter(known::containsKey)
                .map(known::get)
                .toList();
    }

    /** What was typed into the single fields of a form, in plain types; what cannot be read is left out. */
    public static Map<String, Object> typed(FormDefinition definition, Map<String, Object> submitted) {
        var typed = new LinkedHashMap<>(SubmittedValues.plain(submitted));
        typed.keySet().retainAll(definition.keys());
        return typed;
    }

    /** A field that is only shown holds what is known, whatever a client sends for it. */
    private static Map<String, Object> asKnown(
            FormDefinition definition, Map<String, Object> sent, Map<String, Object> known) {
        var values = new LinkedHashMap<>(sent);
        definition.fields().stream()
                .filter(FormField::readOnly)
                .forEach(field -> values.put(field.key(), known.get(field.key())));
        return values;
    }

    private Map<String, Object> withDrafts(
            FormCase form, FormDefinition definition, Map<String, Object> submitted, Map<String, Object> known) {
        var all = new LinkedHashMap<>(submitted);
        rowFields(definition).stream()
                .filter(field -> all.get(field) == null)
                .forEach(field -> all.put(field, rows(form, field, known)));
        return all;
    }

    /** The rows entered for this form, else those known before; what is shown is what counts. */
    private Object rows(FormCase form, String field, Map<String, Object> known) {
        var drafts = ledger.draftRows(form.matterNo(), field);
        return drafts.isEmpty() ? known.getOrDefault(field, List.of()) : drafts;
    }

    private Map<String, Object> suggested(FormCase form) {
        return handler(form.formId()).map(handler -> handler.prefill(form)).orElse(Map.of());
    }

    private static List<String> rowFields(FormDefinition definition) {
        return definition.fields().stream()
                .filter(FormField::isRows)
                .map(FormField::key)
                .toList();
    }

    private Optional<FormHandler> handler(String formId) {
        return Optional.ofNullable(handlers.get().get(formId));
    }

    private StartFormHandler startHandler(String formId) {
        return startHandlers.obtain().stream()
                .filter(handler -> handler.formId().equals(formId))
                .findFirst()
                .orElseThrow(() -> new FormRefused("", "这个流程不能由人工发起。"));
    }
}
