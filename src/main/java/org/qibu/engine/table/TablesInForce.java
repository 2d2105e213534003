package org.qibu.engine.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.qibu.engine.FormRefused;
import org.qibu.engine.ModelSource;
import org.qibu.engine.fault.ProcessFaultService;
import org.qibu.engine.gate.TrialTables;
import org.qibu.engine.process.DecisionTables;
import org.springframework.stereotype.Component;

/**
 * Tables as they are deployed, read anew when somebody deploys another. One that cannot be calculated stops nobody: the one
 * before stays in force, at a start that of the program, and the process administrators are told.
 */
@Component
public class TablesInForce {

    /** The version where none is deployed. */
    private static final String NONE = "";

    private final DecisionTables tables;
    private final TrialTables trials;
    private final ModelSource packed;
    private final ProcessFaultService faults;

    TablesInForce(DecisionTables tables, TrialTables trials, ModelSource packed, ProcessFaultService faults) {
        this.tables = tables;
        this.trials = trials;
        this.packed = packed;
        this.faults = faults;
    }

    private record Read<T>(String version, T content) {}

    /**
     * A table in the form the program works with.
     *
     * @param key of the decision
     * @param reading asks the table and keeps what it says; may refuse a table
     */
    public <T> Supplier<T> of(String key, Function<Function<Map<String, Object>, Map<String, Object>>, T> reading) {
        return new InForce<>(key, reading);
    }

    private final class InForce<T> implements Supplier<T> {

        private final String key;
        private final Function<Function<Map<String, Object>, Map<String, Object>>, T> reading;
        private volatile Read<T> last;

        InForce(String key, Function<Function<Map<String, Object>, Map<String, Object>>, T> reading) {
            this.key = key;
            this.reading = reading;
        }

        @Override
        public T get() {
            var version = tables.version(key).orElse(NONE);
            var read = last;
            if (read == null || !version.equals(read.version())) {
                read = new Read<>(version, deployed(read, version));
                last = read;
            }
            return read.content();
        }

        /** @param before null at a start */
        private T deployed(Read<T> before, String version) {
            if (version.equals(NONE)) {
                return before == null ? ofProgram() : before.content();
            }
            try {
                var content = read(tables.source(key));
                faults.mended(key);
                return content;
            } catch (FormRefused unusable) {
                faults.atTable(key, unusable);
                return before == null ? ofProgram() : before.content();
            }
        }

        /** Reads the table apart from the engine's transaction, which a failure of the table would undo. */
        private T read(byte[] source) {
            return reading.apply(trials.inForce(key, source).table());
        }

        private T ofProgram() {
            try {
                var file = packed.files().entrySet().stream()
                        .filter(each -> each.getKey().endsWith("/" + key + ".dmn"))
                        .findFirst()
                        .orElseThrow();
                return read(file.getValue());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
