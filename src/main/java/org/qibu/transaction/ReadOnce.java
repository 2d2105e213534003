package org.qibu.transaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Caches reads for the running transaction. What was read is forgotten when the transaction ends, when this
 * transaction writes to it, and whenever a lock was waited for; whoever reads without a transaction reads afresh. Only
 * what nobody changes afterwards may be handed in, such as records and unmodifiable lists.
 */
public final class ReadOnce {

    private ReadOnce() {}

    /**
     * What stands under this key, read now or before in this transaction.
     *
     * @param owner whose reads these are; {@link #forget} names it as well
     * @param key tells apart what one owner reads; has {@code equals}
     * @param read never asks for the same key itself; what comes back may be null
     */
    @SuppressWarnings("unchecked")
    public static <T extends @Nullable Object> T get(Class<?> owner, Object key, Supplier<T> read) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return read.get();
        }
        var known = memory().read(owner);
        if (!known.containsKey(key)) {
            var value = read.get();
            // what was read meanwhile may have forgotten everything
            memory().read(owner).put(key, value);
            return value;
        }
        return (T) known.get(key);
    }

    /** Whether what is read now is kept for others who read in the running transaction. */
    static boolean isOpen() {
        return TransactionSynchronizationManager.isSynchronizationActive();
    }

    /** This transaction wrote to what the owner reads. */
    public static void forget(Class<?> owner) {
        kept().forget(owner);
    }

    /**
     * This transaction wrote to what stands under this key, which is changed as the change says where it was read before;
     * only where nobody else may have written to it since.
     *
     * @param change makes what stands there now of what stood there before
     */
    @SuppressWarnings("unchecked")
    public static <T> void change(Class<?> owner, Object key, UnaryOperator<T> change) {
        kept().read(owner).computeIfPresent(key, (same, before) -> change.apply((T) before));
    }

    /** What was read under this key in this transaction; empty where nothing was, or only that there is nothing. */
    @SuppressWarnings("unchecked")
    public static <T> Optional<T> known(Class<?> owner, Object key) {
        return Optional.ofNullable((T) kept().read(owner).get(key));
    }

    /** A lock was waited for, and others may have written meanwhile. */
    public static void forgetAll() {
        kept().reads.clear();
    }

    /** Records the fact; whether nobody recorded it before in this transaction, always true without one. */
    public static boolean recordIfFirst(Class<?> owner, Object fact) {
        return !TransactionSynchronizationManager.isSynchronizationActive()
                || memory().facts.put(Map.entry(owner, fact), true) == null;
    }

    /** Whether somebody recorded it in this transaction; false without one. */
    public static boolean isRecorded(Class<?> owner, Object fact) {
        return kept().facts.containsKey(Map.entry(owner, fact));
    }

    /** Records what holds under this key; whether it was something else before, or nothing; always true without a transaction. */
    public static boolean recordIfNew(Class<?> owner, Object key, Object said) {
        return !TransactionSynchronizationManager.isSynchronizationActive()
                || !said.equals(memory().facts.put(Map.entry(owner, key), said));
    }

    /** What waits to be written; empty without a transaction, and once it is about to commit. */
    static Optional<Memory> writing() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                        && TransactionSynchronizationManager.isSynchronizationActive()
                ? Optional.of(memory()).filter(memory -> !memory.isWritten)
                : Optional.empty();
    }

    private static Memory kept() {
        return TransactionSynchronizationManager.getResource(Memory.class) instanceof Memory memory
                ? memory
                : new Memory();
    }

    private static Memory memory() {
        if (TransactionSynchronizationManager.getResource(Memory.class) instanceof Memory memory) {
            return memory;
        }
        var memory = new Memory();
        TransactionSynchronizationManager.bindResource(Memory.class, memory);
        TransactionSynchronizationManager.registerSynchronization(memory);
        return memory;
    }

    /** Of one transaction; another that begins meanwhile has its own. */
    static final class Memory implements TransactionSynchronization {

        private final Map<Class<?>, Map<Object, Object>> reads = new HashMap<>();
        private final Map<Object, Object> facts = new HashMap<>();
        private final Map<WrittenTogether<?>, List<Object>> waiting = new LinkedHashMap<>();
        private boolean isWritten;

        Map<Object, Object> read(Class<?> owner) {
            return reads.computeIfAbsent(owner, each -> new HashMap<>());
        }

        void forget(Class<?> owner) {
            reads.remove(owner);
        }

        List<Object> waiting(WrittenTogether<?> table) {
            return waiting.computeIfAbsent(table, each -> new ArrayList<>());
        }

        List<Object> take(WrittenTogether<?> table) {
            var rows = waiting.remove(table);
            return rows == null ? List.of() : rows;
        }

        void flush(WrittenTogether<?> table) {
            var rows = take(table);
            if (!rows.isEmpty()) {
                table.write(rows);
            }
        }

        /** After all others, which may put in more. */
        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            while (!waiting.isEmpty()) {
                flush(waiting.keySet().iterator().next());
            }
            isWritten = true;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Memory.class);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Memory.class, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Memory.class);
        }
    }
}
