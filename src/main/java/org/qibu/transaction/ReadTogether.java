package org.qibu.transaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Small reads of several rooms that most transactions make: whichever is made first brings the others about the same thing
 * along, in one statement. What was read holds for the transaction as {@link ReadOnce} says, which also forgets it; without
 * a transaction each is read afresh and alone.
 */
@Component
public class ReadTogether {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OF_ALL = "";

    private final JdbcClient database;
    private final List<Read<?>> reads = new CopyOnWriteArrayList<>();

    public ReadTogether(JdbcClient database) {
        this.database = database;
    }

    /**
     * One of these reads.
     *
     * @param about what the key is a number or code of; empty where it has none
     * @param isCompanion whether it is small enough to be read along with others
     */
    private record Read<T>(
            Class<?> owner, String about, String query, boolean isCompanion, Function<JsonNode, T> rows) {}

    /** Under it stands what was read. */
    private record Place(Read<?> read, String key) {}

    /**
     * A read that has no parameter.
     *
     * @param owner whose read it is, see {@link ReadOnce#forget}
     * @param query its rows, in the order they are read in
     * @param rows makes of the rows, an array of objects by column, what nobody changes
     */
    public <T> Supplier<T> all(Class<?> owner, String query, Function<JsonNode, T> rows) {
        var read = add(new Read<>(owner, OF_ALL, query, true, rows));
        return () -> get(read, OF_ALL);
    }

    /**
     * A read about one thing, such as a community.
     *
     * @param about what is meant, the same word for all that are read along
     * @param query its rows, with one parameter
     * @param rows see {@link #all}
     */
    public <T> Function<String, T> of(Class<?> owner, String about, String query, Function<JsonNode, T> rows) {
        var read = add(new Read<>(owner, about, query, true, rows));
        return key -> get(read, key);
    }

    /** The same where the rows are too many to be read for nothing; others are read along with it, never the other way. */
    public <T> Function<String, T> many(Class<?> owner, String about, String query, Function<JsonNode, T> rows) {
        var read = add(new Read<>(owner, about, query, false, rows));
        return key -> get(read, key);
    }

    private <T> Read<T> add(Read<T> read) {
        reads.add(read);
        return read;
    }

    private <T> T get(Read<T> wanted, String key) {
        return ReadOnce.<Supplier<T>>get(wanted.owner(), new Place(wanted, key), () -> read(wanted, key))
                .get();
    }

    private <T> Supplier<T> read(Read<T> wanted, String key) {
        var places = Stream.concat(
                        Stream.of(new Place(wanted, key)), ReadOnce.isOpen() ? companions(wanted, key) : Stream.of())
                .toList();
        var found = rows(places);
        for (int i = 1; i < places.size(); i++) {
            var rows = parsed(places.get(i).read(), found.get(i));
            ReadOnce.get(places.get(i).read().owner(), places.get(i), () -> rows);
        }
        return parsed(wanted, found.get(0));
    }

    /** Those about the same thing and those about nothing in particular, as far as they were not read before. */
    private Stream<Place> companions(Read<?> wanted, String key) {
        return reads.stream()
                .filter(read -> read != wanted && read.isCompanion())
                .filter(read -> read.about().equals(OF_ALL) || read.about().equals(wanted.about()))
                .map(read -> new Place(read, read.about().equals(OF_ALL) ? OF_ALL : key))
                .filter(place -> ReadOnce.known(place.read().owner(), place).isEmpty());
    }

    private List<@Nullable String> rows(List<Place> places) {
        var statement = places.stream()
                .map(place -> "(select json_agg(r)::text from (" + place.read().query() + ") r)")
                .collect(Collectors.joining(", ", "select ", ""));
        var keys = places.stream()
                .filter(place -> !place.read().about().equals(OF_ALL))
                .map(Place::key)
                .toArray();
        return database.sql(statement)
                .params(keys)
                .query((row, number) -> {
                    var found = new ArrayList<@Nullable String>();
                    for (int i = 1; i <= places.size(); i++) {
                        found.add(row.getString(i));
                    }
                    return found;
                })
                .single();
    }

    /** What was brought along is looked at when somebody asks for it. */
    private static <T> Supplier<T> parsed(Read<T> read, @Nullable String rows) {
        return SingletonSupplier.of(() -> read.rows().apply(tree(rows)));
    }

    private static JsonNode tree(@Nullable String rows) {
        try {
            return rows == null ? JSON.createArrayNode() : JSON.readTree(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A value made of each row, in their order. */
    public static <T> List<T> each(JsonNode rows, Function<JsonNode, T> value) {
        return StreamSupport.stream(rows.spliterator(), false).map(value).toList();
    }
}
