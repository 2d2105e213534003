package org.qibu.matter.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A form that is taken back leaves nothing of what it changed of the matter. */
class SnapshotColumnsTest {

    private static final Pattern WRITTEN = Pattern.compile("(?<!:)\\b([a-z_]+) = (?:\\?|'|null|coalesce\\()");

    /** By which a matter is found, and what only its end or its merging changes; no form is taken back after these. */
    private static final Set<String> NOT_OF_FORMS =
            Set.of("matter_no", "merged_into", "outcome", "closed_at", "revival_over_at");

    @Test
    void everyColumnThatAMatterChangesIsPutBack() throws IOException {
        var changed = WRITTEN.matcher(Files.readString(Path.of("src/main/java/org/qibu/matter/Matters.java")))
                .results()
                .map(found -> found.group(1))
                .filter(column -> !NOT_OF_FORMS.contains(column))
                .collect(Collectors.toSet());

        assertThat(changed).contains("step", "round", "lead_unit", "public_title");
        assertThat(Snapshots.CHANGED_BY_FORMS).containsAll(changed);
    }
}
