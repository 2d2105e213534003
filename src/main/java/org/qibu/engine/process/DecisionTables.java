package org.qibu.engine.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.qibu.engine.identity.AsSystem;
import org.qibu.transaction.ReadOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Evaluates deployed decision tables, in their newest version, outside a model. */
@Component
public class DecisionTables {

    private final DecisionService decisions;
    private final RepositoryService definitions;
    private final AsSystem asSystem;
    private final JdbcClient database;

    DecisionTables(DecisionService decisions, RepositoryService definitions, AsSystem asSystem, JdbcClient database) {
        this.decisions = decisions;
        this.definitions = definitions;
        this.asSystem = asSystem;
        this.database = database;
    }

    /** All matching rules' outputs, in the order of the table. */
    public List<Map<String, Object>> evaluate(String table, Map<String, Object> facts) {
        return asSystem.call(() -> decisions
                .evaluateDecisionByKey(table)
                .variables(facts)
                .evaluate()
                .getResultList());
    }

    /** The outputs of the one matching rule. */
    public Map<String, Object> single(String table, Map<String, Object> facts) {
        return evaluate(table, facts).get(0);
    }

    /**
     * The whole number the one matching rule gives under this name.
     *
     * @throws IllegalStateException where it gives none, which the gate lets no table do that it takes
     */
    public int number(String table, Map<String, Object> facts, String output) {
        if (single(table, facts).get(output) instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalStateException("table " + table + " gives no number " + output + " for " + facts);
    }

    /** The file of a table in its newest version, as it was deployed. */
    public byte[] source(String table) {
        return asSystem.call(() -> {
            try (var model = definitions.getDecisionModel(version(table).orElseThrow())) {
                return model.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * What a table is called in its newest version; changes with every deployment that changes it. Empty where none is
     * deployed.
     */
    public Optional<String> version(String table) {
        return Optional.ofNullable(
                ReadOnce.get(DecisionTables.class, "versions", this::versions).get(table));
    }

    /** Of all tables at once, since one piece of work mostly asks several. */
    private Map<String, String> versions() {
        var newest = new HashMap<String, String>();
        database.sql("""
                        select distinct on (key_) key_, id_ from act_re_decision_def where tenant_id_ is null
                        order by key_, version_ desc""").query(row -> {
            newest.put(row.getString("key_"), row.getString("id_"));
        });
        return Map.copyOf(newest);
    }
}
