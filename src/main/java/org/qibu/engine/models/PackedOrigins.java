package org.qibu.engine.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.qibu.text.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers what the program's own files held when it started last, so that what an admin changed is told from them. */
@Repository
class PackedOrigins {

    private final JdbcClient database;
    private final RepositoryService repository;
    private final Clock clock;

    PackedOrigins(JdbcClient database, RepositoryService repository, Clock clock) {
        this.database = database;
        this.repository = repository;
        this.clock = clock;
    }

    /** Checksums by file name; of a database from before they were kept those of the files deployed out of the program last. */
    Map<String, String> all() {
        var known = new HashMap<String, String>();
        database.sql("select file, sha256 from model_origin")
                .query((row, number) -> known.put(row.getString("file"), row.getString("sha256")))
                .list();
        return known.isEmpty() ? deployed() : known;
    }

    private Map<String, String> deployed() {
        var known = new HashMap<String, String>();
        repository
                .createDeploymentQuery()
                .deploymentSource(ModelRelease.PACKED)
                .orderByDeploymentTime()
                .asc()
                .list()
                .forEach(deployment -> add(known, deployment));
        return known;
    }

    private void add(Map<String, String> known, Deployment deployment) {
        repository.getDeploymentResources(deployment.getId()).forEach(resource -> {
            try (var content = repository.getResourceAsStreamById(deployment.getId(), resource.getId())) {
                known.put(resource.getName(), Sha256.hex(content.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    void keep(Map<String, byte[]> files) {
        files.forEach((file, content) -> database.sql("""
                        insert into model_origin (file, sha256, at) values (:file, :sum, :at)
                        on conflict (file) do update set sha256 = excluded.sha256, at = excluded.at
                        where model_origin.sha256 <> excluded.sha256""")
                .param("file", file)
                .param("sum", Sha256.hex(content))
                .param("at", Timestamp.from(clock.instant()))
                .update());
    }
}
