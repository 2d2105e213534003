package org.qibu.engine.gate.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qibu.engine.ModelRefused;
import org.qibu.engine.ModelRefused.Finding;

/**
 * What stands against a deployment, told all at once: per file one sentence for each kind of fault, with the places where
 * it was found, each by its label, and how many they are. The ids stand behind the sentence, for whoever has to search.
 */
public final class Findings {

    private static final int MOST_PLACES = 5;
    private static final int MOST_IDS = 3;
    private static final int MOST_SENTENCES = 12;

    private final Set<Found> found = new LinkedHashSet<>();

    private record Found(String file, Place place, String words) {}

    private record Kind(String file, String kind, String words) {}

    /** Something about a file as a whole; a whole sentence without its full stop. */
    public void add(String file, String sentence) {
        found.add(new Found(file, Place.described(""), sentence));
    }

    /**
     * Something about one place of a file.
     *
     * @param words what follows the name of the place in the sentence, with the offending words in Chinese quotes and what
     *     to write instead, without a full stop: {@code 的“10”看不懂，请写 ${periods.days(10)}}
     */
    public void add(String file, Place place, String words) {
        found.add(new Found(file, place, words));
    }

    public int size() {
        return found.size();
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** One for each kind of fault and file, in the order in which they were found. */
    public List<Finding> grouped() {
        var groups = new LinkedHashMap<Kind, List<Place>>();
        found.forEach(each -> groups.computeIfAbsent(
                        new Kind(each.file(), each.place().kind(), each.words()), kind -> new ArrayList<>())
                .add(each.place()));
        return groups.entrySet().stream()
                .map(group -> new Finding(
                        group.getKey().file(), ids(group.getValue()), sentence(group.getKey(), group.getValue())))
                .toList();
    }

    /** Everything in one text, each file in a line of its own. */
    public String told() {
        return message(grouped());
    }

    public void refuseIfAny() {
        if (!isEmpty()) {
            var groups = grouped();
            throw new ModelRefused(ModelRefused.BEGINNING + message(groups), groups);
        }
    }

    private static List<String> ids(Collection<Place> places) {
        return places.stream().map(Place::id).filter(id -> !id.isBlank()).toList();
    }

    private static String sentence(Kind kind, List<Place> places) {
        var named = places.stream().limit(MOST_PLACES).toList();
        var before = named.get(0).isNamedById() ? " " : "";
        var names = named.stream().map(Place::name).collect(Collectors.joining("、"));
        var more = places.size() > MOST_PLACES ? "等 " + places.size() + " 处" : "";
        var after = more.isEmpty() && named.get(named.size() - 1).isNamedById() ? " " : "";
        return kind.kind() + before + names + more + after + kind.words() + "。" + hiddenIds(places);
    }

    /** The ids of places that were named by their label. */
    private static String hiddenIds(List<Place> places) {
        var ids = places.stream()
                .filter(Place::hasLabel)
                .map(Place::id)
                .filter(id -> !id.isBlank())
                .toList();
        var shown = ids.stream().limit(MOST_IDS).collect(Collectors.joining("、"));
        return ids.isEmpty() ? "" : "（编号 " + shown + (ids.size() > MOST_IDS ? "…" : "") + "）";
    }

    private String message(List<Finding> groups) {
        var byFile = groups.stream()
                .limit(MOST_SENTENCES)
                .collect(Collectors.groupingBy(
                        Finding::file,
                        LinkedHashMap::new,
                        Collectors.mapping(Finding::sentence, Collectors.joining(""))));
        var told = byFile.entrySet().stream().map(file -> file.getKey() + "：" + file.getValue());
        var rest = groups.size() - MOST_SENTENCES;
        var end = rest > 0 ? Stream.of("另有 " + rest + " 类问题，改好以上各处后再部署就会列出。") : Stream.<String>empty();
        return Stream.concat(told, end).collect(Collectors.joining("\n"));
    }
}
