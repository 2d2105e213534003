package org.qibu.transaction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Rows of one table that are written in one statement, however many put them in: just before the transaction commits, or
 * earlier when somebody is about to read them. Without a transaction each is written at once.
 *
 * @param <T> what a row is made of; nobody changes it afterwards
 */
public final class WrittenTogether<T> {

    private final Consumer<List<T>> write;

    /** @param write writes many rows in the order they were put in; is never asked to write none */
    public WrittenTogether(Consumer<List<T>> write) {
        this.write = write;
    }

    /** The row will be there when the transaction commits, and for each reader that calls {@link #flush} first. */
    public void add(T row) {
        addAll(List.of(row));
    }

    /** The same for many. */
    public void addAll(List<T> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var memory = ReadOnce.writing();
        if (memory.isPresent()) {
            memory.get().waiting(this).addAll(rows);
        } else {
            write.accept(rows);
        }
    }

    /** Writes what waits in this transaction. */
    public void flush() {
        ReadOnce.writing().ifPresent(memory -> memory.flush(this));
    }

    /** What waits in this transaction, for a reader that writes it with its own statement. */
    public List<T> take() {
        return ReadOnce.writing().map(memory -> mine(memory.take(this))).orElse(List.of());
    }

    void write(List<?> rows) {
        write.accept(mine(rows));
    }

    @SuppressWarnings("unchecked")
    private List<T> mine(List<?> rows) {
        return new ArrayList<>((List<T>) rows);
    }
}
