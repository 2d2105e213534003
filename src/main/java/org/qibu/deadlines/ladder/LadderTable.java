package org.qibu.deadlines.ladder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.qibu.engine.CourseElements;
import org.qibu.engine.FormRefused;
import org.qibu.engine.ModelSource;
import org.qibu.engine.fault.ProcessFaultService;
import org.qibu.engine.gate.TrialTables;
import org.qibu.engine.process.DecisionTables;
import org.springframework.stereotype.Component;

/**
 * The ladder as it is deployed, read anew when somebody deploys another. One that cannot be calculated stops nobody: the
 * one before stays in force, at a start that of the program, and the process administrators are told.
 */
@Component
public class LadderTable {

    private static final String TABLE = CourseElements.TABLE_ESCALATION_LADDER;

    private final DecisionTables tables;
    private final TrialTables trials;
    private final ModelSource packed;
    private final ProcessFaultService faults;
    private volatile Read last = new Read("", new Ladder(Map.of()));

    LadderTable(DecisionTables tables, TrialTables trials, ModelSource packed, ProcessFaultService faults) {
        this.tables = tables;
        this.trials = trials;
        this.packed = packed;
        this.faults = faults;
    }

    private record Read(String version, Ladder ladder) {}

    /** The ladder in force. */
    public Ladder current() {
        var version = tables.version(TABLE);
        if (!version.equals(last.version())) {
            last = new Read(version, read());
        }
        return last.ladder();
    }

    private Ladder read() {
        try {
            var ladder = read(tables.source(TABLE));
            faults.mended(TABLE);
            return ladder;
        } catch (FormRefused unusable) {
            faults.atTable(TABLE, unusable);
            return last.ladder().rungs().isEmpty() ? ofProgram() : last.ladder();
        }
    }

    /** Asked apart from the engine's transaction, which a failure of the table would undo. */
    private Ladder read(byte[] source) {
        return Ladder.read(trials.inForce(TABLE, source).table());
    }

    private Ladder ofProgram() {
        try {
            var file = packed.files().entrySet().stream()
                    .filter(each -> each.getKey().endsWith("/" + TABLE + ".dmn"))
                    .findFirst()
                    .orElseThrow();
            return read(file.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
