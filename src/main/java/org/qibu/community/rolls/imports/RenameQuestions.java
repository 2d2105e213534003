package org.qibu.community.rolls.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.qibu.community.rolls.Rename;
import org.qibu.community.rolls.Rename.Cause;
import org.qibu.community.rolls.RollKind;
import org.qibu.community.rolls.imports.KnownPeople.Book;
import org.qibu.community.rolls.imports.KnownPeople.Known;
import org.qibu.text.ComparisonKey;

/** Asks about each number of a roll that is known otherwise, in words that name both sides. */
class RenameQuestions {

    private final Book known;
    private static final int MOST_NAMED = 5;

    private final RollKind kind;
    private final Map<ComparisonKey, List<String>> coming;
    private final Map<String, String> names;
    private final Map<String, String> where;
    private final Map<String, String> matters;

    /**
     * @param heads everybody in the roll that comes
     * @param where the known numbers stand
     * @param matters those that name known numbers
     */
    RenameQuestions(
            RollKind kind, Book known, List<Head> heads, Map<String, String> where, Map<String, String> matters) {
        this.kind = kind;
        this.known = known;
        this.where = where;
        this.matters = matters;
        this.names = heads.stream().collect(Collectors.toMap(Head::number, Head::name));
        this.coming = heads.stream()
                .collect(Collectors.groupingBy(
                        head -> ComparisonKey.of(head.name()), Collectors.mapping(Head::number, Collectors.toList())));
    }

    /** The question; empty where nothing can be decided, since the number has to be written as it is known. */
    Optional<Rename> ask(Head head, Known person) {
        if (person.number().equals(head.number())) {
            return Optional.of(name(head, person));
        }
        return isOnlyWrittenOtherwise(head, person)
                ? Optional.of(new Rename(
                        head.entry().row(),
                        head.number(),
                        person.number(),
                        head.number(),
                        twoWritings(head, person) + "如果要把已有的编号改成这里的写法，请勾选“改写法”。",
                        Cause.WRITING,
                        ""))
                : Optional.empty();
    }

    private boolean isOnlyWrittenOtherwise(Head head, Known person) {
        return ComparisonKey.same(person.name(), head.name())
                && known.alike(head.number()).size() == 1
                && !matters.containsKey(person.number());
    }

    /** Why a number has to be written as it is known. */
    String secondWriting(Head head, Known person) {
        var matter = matters.get(person.number());
        return twoWritings(head, person)
                + (matter == null ? "" : "事项 " + matter + " 里写的是“" + person.number() + "”，这份名册也要照这样写。");
    }

    private String twoWritings(Head head, Known person) {
        return kind.label(kind.headColumn()) + "“" + head.number() + "”与“" + person.number() + "”（"
                + where.get(person.number()) + "，" + person.name() + "）看上去相同，请写成一样。";
    }

    private Rename name(Head head, Known person) {
        var had = known.named(head.name()).stream()
                .map(Known::number)
                .filter(number -> !number.equals(head.number()))
                .toList();
        var gets = coming.getOrDefault(ComparisonKey.of(person.name()), List.of()).stream()
                .filter(number -> !number.equals(head.number()) && !isNamed(number, person.name()))
                .toList();
        var isExchange = !gets.isEmpty() || had.stream().anyMatch(this::isGivenUp);
        var cause = isExchange ? Cause.EXCHANGE : had.isEmpty() ? Cause.NAME : Cause.NAMESAKE;
        return new Rename(
                head.entry().row(),
                head.number(),
                person.name(),
                head.name(),
                kind.label(kind.headColumn()) + " " + head.number() + " " + where.get(head.number()) + "是"
                        + person.name()
                        + "，这里是" + head.name()
                        + (isExchange
                                ? (had.isEmpty() ? "" : "，而" + head.name() + "原来的编号是 " + named(had))
                                        + (gets.isEmpty() ? "" : "，" + person.name() + "在这份表里的编号是 " + named(gets))
                                        + "：可能是编号对调或者错了行，请先核对；确实要改的，请勾选“编号换人”，电话和邮箱跟着姓名走。"
                                : "；不是同一个人请换编号，同一个人改名请勾选“改名”。"),
                cause,
                named(had));
    }

    private static String named(List<String> numbers) {
        return String.join("、", numbers.subList(0, Math.min(numbers.size(), MOST_NAMED)))
                + (numbers.size() > MOST_NAMED ? "等" : "");
    }

    /** Whether the roll that comes gives a number to somebody of another name. */
    private boolean isGivenUp(String number) {
        return names.containsKey(number) && !isNamed(number, names.get(number));
    }

    private boolean isNamed(String number, String name) {
        var person = known.find(number);
        return person != null && ComparisonKey.same(person.name(), name);
    }
}
