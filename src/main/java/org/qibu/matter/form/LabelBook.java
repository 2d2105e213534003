package org.qibu.matter.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.qibu.engine.FormLabel;
import org.qibu.text.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The labels of every form in every wording in which it was submitted, each wording once. */
@Repository
class LabelBook {

    private static final TypeReference<List<FormLabel>> LABELS = new TypeReference<>() {};

    private final JdbcClient database;
    private final ObjectMapper json;
    private final Map<String, List<FormLabel>> read = new ConcurrentHashMap<>();
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    LabelBook(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Keeps these labels and tells under which sum they are found. */
    String keep(List<FormLabel> labels) {
        try {
            var text = json.writeValueAsString(labels);
            var sum = Sha256.hex(text);
            if (!kept.contains(sum)) {
                insert(sum, text);
            }
            return sum;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What is there once the transaction has committed need not be written again; labels are never deleted. */
    private void insert(String sum, String text) {
        database.sql("insert into form_labels (sha256, labels) values (?, ?::json) on conflict do nothing")
                .params(sum, text)
                .update();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    kept.add(sum);
                }
            });
        }
    }

    /** The labels under this sum; empty where none were kept. */
    List<FormLabel> of(String sum) {
        if (sum == null) {
            return List.of();
        }
        var known = read.get(sum);
        if (known == null) {
            known = load(sum);
            read.put(sum, known);
        }
        return known;
    }

    private List<FormLabel> load(String sum) {
        var text = database.sql("select labels from form_labels where sha256 = ?")
                .param(sum)
                .query(String.class)
                .single();
        try {
            return List.copyOf(json.readValue(text, LABELS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("damaged labels " + sum, e);
        }
    }
}
