package org.qibu.community.rolls.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qibu.community.rolls.Decisions;
import org.qibu.community.rolls.Decisions.Review;
import org.qibu.community.rolls.PersonChange;
import org.qibu.community.rolls.Rename;
import org.qibu.community.rolls.Rename.Cause;
import org.qibu.community.rolls.RollPlace;
import org.qibu.community.rolls.imports.KnownPeople.Book;
import org.qibu.community.rolls.imports.KnownPeople.Known;
import org.qibu.text.ComparisonKey;
import org.springframework.stereotype.Component;

/**
 * One number is one person in a community, whatever list or building zone it stands in: a number that is known under
 * another name is refused with both names unless somebody decided that the person changed the name, and so is a second
 * writing of a known number. The same number with the same name is the same person, whose telephone may be newer.
 */
@Component
public class PersonCheck {

    private final KnownPeople people;

    public PersonCheck(KnownPeople people) {
        this.people = people;
    }

    /**
     * What a roll says about known people.
     *
     * @param changes what becomes known of people other lists name as well
     */
    record Looked(Review review, List<PersonChange> changes) {}

    /**
     * Adds what is wrong to the check.
     *
     * @throws org.qibu.sheets.SheetRefused where a number is said to be renamed that is not
     */
    Looked look(RollPlace place, RollCheck check, Decisions decisions) {
        var known = people.of(place.community());
        var heads = Head.of(check.content());
        var concerned = new LinkedHashMap<Head, Known>();
        heads.forEach(head -> {
            var person = known.find(head.number());
            if (person != null
                    && !(person.number().equals(head.number()) && ComparisonKey.same(person.name(), head.name()))) {
                concerned.put(head, person);
            }
        });
        var numbers = concerned.values().stream().map(Known::number).toList();
        var writtenOtherwise = concerned.entrySet().stream()
                .filter(each -> !each.getKey().number().equals(each.getValue().number()))
                .map(each -> each.getValue().number())
                .toList();
        var questions = new RenameQuestions(
                place.kind(),
                known,
                heads,
                people.whereabouts(place, numbers),
                people.matters(place.community(), writtenOtherwise));
        var asked = new ArrayList<Rename>();
        concerned.forEach((head, person) -> questions
                .ask(head, person)
                .ifPresentOrElse(
                        asked::add,
                        () -> check.refuse(
                                head.entry(), place.kind().headColumn(), questions.secondWriting(head, person))));
        return new Looked(decisions.review(asked), changes(place, heads, known, asked));
    }

    /** Carries out what was decided about people, before the roll is replaced. */
    void carryOut(RollPlace place, List<Rename> decided) {
        decided.stream()
                .filter(each -> !each.isOfName())
                .forEach(each -> people.rewrite(place.community(), each.before(), each.after()));
        var sources = sources(people.of(place.community()), decided);
        if (!sources.isEmpty()) {
            people.exchange(place.community(), sources);
        }
    }

    /**
     * From which number each exchanged one gets what is known of its bearer: from that of the only one of this name who
     * gives up a number; empty for somebody else.
     */
    private static Map<String, String> sources(Book known, List<Rename> renames) {
        var moved = renames.stream()
                .filter(each -> each.cause() == Cause.EXCHANGE)
                .collect(
                        Collectors.toMap(Rename::number, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        var sources = new LinkedHashMap<String, String>();
        moved.values().forEach(each -> {
            var givenUp = known.named(each.after()).stream()
                    .map(Known::number)
                    .filter(moved::containsKey)
                    .toList();
            sources.put(each.number(), givenUp.size() == 1 ? givenUp.get(0) : "");
        });
        return sources;
    }

    private List<PersonChange> changes(RollPlace place, List<Head> heads, Book known, List<Rename> asked) {
        var sources = sources(known, asked);
        var changes = new HashMap<String, List<PersonChange>>();
        heads.forEach(head -> {
            var person = known.find(head.number());
            if (person != null) {
                var source = sources.containsKey(head.number()) ? known.exactly(sources.get(head.number())) : person;
                var found = head.changes(place.kind(), person, source);
                if (!found.isEmpty()) {
                    changes.put(person.number(), found);
                }
            }
        });
        var elsewhere = people.elsewhere(place, changes.keySet());
        return changes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(each -> elsewhere.containsKey(each.getKey()) || sources.containsKey(each.getKey()))
                .flatMap(each -> each.getValue().stream()
                        .map(change -> change.in(elsewhere.getOrDefault(each.getKey(), List.of()))))
                .toList();
    }
}
