package org.qibu.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.qibu.engine.RowList;
import org.qibu.process.Questions.Question;

/**
 * Watches one matter for questions that were answered before. A question was answered when an earlier form of the matter
 * took a value under the same key, under the same words, or under a key that {@link #SAME} says means the same. Then it
 * has to open filled, and with the value taken last where the key is the same. Reasons excuse it: {@link Reasons#other} says
 * that the same words ask for another thing, {@link Reasons#anew} that it is rightly asked anew, and then it must not open
 * with what another form took, {@link Reasons#better} that it opens with something better than what was taken last.
 */
final class Retyping implements Story.Onlooker {

    /** Different keys and words for the same thing. */
    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("record-issue.title", "topic"),
            Map.entry("fix-agenda.topicText", "topic"),
            Map.entry("name-parties.participants.personNo", "invited"),
            Map.entry("record-meeting.attendance.personNo", "invited"),
            Map.entry("fix-agenda.mode", "how people take part"),
            Map.entry("record-meeting.attendance.mode", "how people take part"),
            Map.entry("record-meeting.draftResult", "opinion"),
            Map.entry("confirm-opinion.finalText", "opinion"),
            Map.entry("prepare-ballot.question", "opinion"),
            Map.entry("draft-feedback.adopted.point", "opinion"),
            Map.entry("record-meeting.dissent.personNo", "objector"),
            Map.entry("mediate.party", "objector"),
            Map.entry("record-meeting.dissent.reason", "objection"),
            Map.entry("mediate.concern", "objection"),
            Map.entry("fix-agenda.reason", "why it is turned down"),
            Map.entry("confirm-consensus.reason", "why it is turned down"),
            Map.entry("explain-rejection.reason", "why it is turned down"),
            Map.entry("plan.acceptCriteria.text", "criterion"),
            Map.entry("accept-work.criteria.text", "criterion"),
            Map.entry("plan.funding", "money there is"),
            Map.entry("draft-feedback.moneyIn", "money there is"),
            Map.entry("progress.actualCost", "money spent"),
            Map.entry("draft-feedback.moneyOut", "money spent"),
            Map.entry("progress.newDue", "day asked for"),
            Map.entry("approve-delay.grantedDue", "day asked for"),
            Map.entry("progress.doneText", "what was done"),
            Map.entry("draft-feedback.resultSummary", "what was done"));

    private final ProcessTest test;
    private final Reasons reasons;
    private final CodesShown codes;
    private final Map<String, RowList> lists;
    private final Map<String, Object> answers = new HashMap<>();
    private final Set<String> answered = new TreeSet<>();
    private final Set<String> forms = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();
    private List<Question> asked = List.of();
    private String no;

    Retyping(ProcessTest test, Reasons reasons, CodesShown codes) {
        this.test = test;
        this.codes = codes;
        this.reasons = reasons;
        this.lists = test.rowLists.stream().collect(Collectors.toMap(RowList::field, list -> list));
    }

    /** Begins to watch a matter that was just recorded. */
    Story watch(Story story) {
        no = story.no();
        answers.clear();
        answered.clear();
        var start = test.engine
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("deliberation")
                .latestVersion()
                .singleResult()
                .getId();
        take(Questions.of(test.engine.getFormService().getDeployedStartForm(start), lists));
        return story.watchedBy(this);
    }

    /** Questions asked twice, by matter and place. */
    List<String> faults() {
        return faults;
    }

    /** The forms that were opened. */
    Set<String> forms() {
        return forms;
    }

    @Override
    public void opens(String account, Task task) {
        var shown = test.as(account, () -> test.engine.getFormService().getTaskFormVariables(task.getId()));
        asked = questions(task);
        codes.look(task, shown);
        for (var question : asked) {
            forms.add(question.form());
            if (isAnswered(question)) {
                judge(
                        question,
                        question.list().isEmpty()
                                ? shown.get(question.key())
                                : column(shown.get(question.list()), question.key()));
            }
        }
    }

    private boolean isAnswered(Question question) {
        if (!answered.contains(words(question))) {
            return things(question).stream().anyMatch(answered::contains);
        }
        return things(question).stream().anyMatch(answered::contains) || !reasons.other(question.place());
    }

    private void judge(Question question, Object shown) {
        var place = question.place();
        var last = answers.get(name(question));
        if (shown == null) {
            fault(!reasons.anew(place), place + " (" + question.words() + ") asks for what is known");
        } else if (reasons.isAnew(place)) {
            var own = answers.get(place);
            var leaks = question.list().isEmpty() && (own == null || !same(own, shown));
            fault(leaks, place + " is asked anew and opens with " + shown + " of another form");
        } else if (question.list().isEmpty() && last != null && !same(last, shown)) {
            fault(!reasons.better(place), place + " opens with " + shown + " though " + last + " was taken last");
        }
    }

    private void fault(boolean found, String what) {
        if (found) {
            faults.add(no + " " + what);
        }
    }

    /** The first row's member; null where there are no rows or the member is missing. */
    private static Object column(Object rows, String key) {
        var value = rows == null ? null : tree(rows.toString()).path(0).get(key);
        return value == null || value.isNull() ? null : value.asText();
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static boolean same(Object one, Object other) {
        if (one instanceof Number && other instanceof Number) {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
        }
        return one instanceof List<?> list
                ? tree(other.toString()).size() == list.size()
                : one.toString().equals(other.toString());
    }

    @Override
    public void sent(Task task) {
        take(asked);
    }

    /** Notes what was taken with the form submitted last. */
    private void take(List<Question> questions) {
        var taken =
                test.records.latest(no, questions.get(0).form()).orElseThrow().values();
        for (var question : questions) {
            var value = question.list().isEmpty()
                    ? taken.all().get(question.key())
                    : taken.rows(question.list()).stream()
                            .map(row -> row.get(question.key()))
                            .filter(member -> member != null)
                            .findFirst()
                            .orElse(null);
            if (value != null && !Boolean.FALSE.equals(value)) {
                answered.add(words(question));
                answered.addAll(things(question));
                answers.put(name(question), value);
                answers.put(question.place(), value);
            }
        }
    }

    private List<Question> questions(Task task) {
        return Questions.of(test.engine.getFormService().getDeployedTaskForm(task.getId()), lists);
    }

    private static String name(Question question) {
        return "key " + (question.list().isEmpty() ? "" : question.list() + ".") + question.key();
    }

    private static String words(Question question) {
        return "words " + question.words();
    }

    private static Set<String> things(Question question) {
        var things = new TreeSet<>(Set.of(name(question)));
        var same = SAME.get(question.place());
        if (same != null) {
            things.add("thing " + same);
        }
        return things;
    }
}
