package org.qibu.community.rolls;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qibu.community.rolls.KnownPeople.Known;
import org.qibu.sheets.SheetRefused;
import org.qibu.text.ComparisonKey;
import org.springframework.stereotype.Component;

/**
 * One number is one person in a community, whatever list or building zone it stands in: a number that is known under
 * another name is refused with both names unless somebody decided that the person changed the name, and so is a second
 * writing of a known number. The same number with the same name is the same person, whose telephone may be newer.
 */
@Component
class PersonCheck {

    private final KnownPeople people;

    PersonCheck(KnownPeople people) {
        this.people = people;
    }

    /**
     * Adds what is wrong to the check.
     *
     * @return the names that differ from the known ones and are not decided
     * @throws SheetRefused where a number is said to be renamed that is not
     */
    List<Rename> look(RollPlace place, RollCheck check, Decisions decisions) {
        var known = people.of(place.community());
        var heads = heads(place.kind(), check.content());
        var concerned = new LinkedHashMap<Entry, Known>();
        heads.forEach((number, entry) -> {
            var person = known.find(number);
            if (person != null && !(person.number().equals(number) && isNamed(person, entry, place.kind()))) {
                concerned.put(entry, person);
            }
        });
        refuseUndecided(place.kind(), concerned, decisions);
        var where = people.whereabouts(
                place, concerned.values().stream().map(Known::number).toList());
        var open = new ArrayList<Rename>();
        concerned.forEach((entry, person) -> {
            var number = entry.get(place.kind().headColumn());
            if (!person.number().equals(number)) {
                check.refuse(entry, place.kind().headColumn(), secondWriting(place.kind(), number, person, where));
            } else if (!decisions.isRenamed(number)) {
                open.add(rename(place.kind(), entry, person, where));
            }
        });
        return open;
    }

    private static Map<String, Entry> heads(RollKind kind, Content content) {
        var heads = new LinkedHashMap<String, Entry>();
        content.entries().stream()
                .filter(entry -> !entry.get(kind.headColumn()).isEmpty()
                        && !entry.get(kind.nameColumn()).isEmpty())
                .forEach(entry -> heads.putIfAbsent(entry.get(kind.headColumn()), entry));
        return heads;
    }

    private static boolean isNamed(Known person, Entry entry, RollKind kind) {
        return ComparisonKey.same(person.name(), entry.get(kind.nameColumn()));
    }

    private static void refuseUndecided(RollKind kind, Map<Entry, Known> concerned, Decisions decisions) {
        var asked = concerned.keySet().stream()
                .map(entry -> entry.get(kind.headColumn()))
                .toList();
        decisions.renamed().stream()
                .filter(number -> asked.stream().noneMatch(each -> ComparisonKey.same(each, number)))
                .sorted()
                .findFirst()
                .ifPresent(number -> {
                    throw new SheetRefused("改名的编号 " + number + " 不在这份名册里，或者姓名没有变，请去掉后再导入。");
                });
    }

    private static String secondWriting(RollKind kind, String number, Known person, Map<String, String> where) {
        return kind.label(kind.headColumn()) + "“" + number + "”与“" + person.number() + "”（"
                + where.get(person.number()) + "，" + person.name() + "）看上去相同，请写成一样。";
    }

    private static Rename rename(RollKind kind, Entry entry, Known person, Map<String, String> where) {
        var number = entry.get(kind.headColumn());
        var name = entry.get(kind.nameColumn());
        return new Rename(
                entry.row(),
                number,
                person.name(),
                name,
                kind.label(kind.headColumn()) + " " + number + " " + where.get(number) + "是" + person.name() + "，这里是"
                        + name + "；不是同一个人请换编号，同一个人改名请勾选“改名”。");
    }
}
