package org.qibu.matter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.qibu.engine.FormCase;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what to a matter, when and why; append only. Texts are made when read, in the reader's language. */
@Repository
public class Timeline {

    private static final String INSERT = """
            insert into matter_event (matter_no, at, actor, step, kind, args, public)
            values (?, ?, ?, ?, ?, ?::jsonb, ?)""";

    private final JdbcClient database;
    private final JdbcTemplate statements;
    private final Clock clock;
    private final MessageSource texts;
    private final ObjectMapper json;

    Timeline(JdbcClient database, JdbcTemplate statements, Clock clock, MessageSource texts, ObjectMapper json) {
        this.database = database;
        this.statements = statements;
        this.clock = clock;
        this.texts = texts;
        this.json = json;
    }

    /** One line of the timeline. */
    public record Entry(long id, Instant at, String actor, Step step, String kind, String text, boolean visible) {}

    /** Adds a line everybody may see. {@code kind} is a key of messages under {@code timeline.}; no personal data in it. */
    public void tell(Matter matter, String actor, String kind, Object... args) {
        add(matter, actor, kind, true, args);
    }

    /** Adds a line for staff only. */
    public void note(Matter matter, String actor, String kind, Object... args) {
        add(matter, actor, kind, false, args);
    }

    /** A line to be added: as for {@link #note}, by nobody in particular. */
    public record Line(Matter matter, String kind, List<Object> args) {

        public static Line of(Matter matter, String kind, Object... args) {
            return new Line(matter, kind, List.of(args));
        }
    }

    /** Adds that a form was submitted; one drawn later has no name of ours and goes by what its task was called. */
    void done(Matter matter, FormCase form) {
        var ours = "form." + form.formId();
        var isOurs = texts.getMessage(ours, null, null, Locale.CHINESE) != null;
        tell(matter, form.userId(), "done", isOurs || form.taskName().isBlank() ? ours : form.taskName());
    }

    /** Adds many lines for staff only. */
    public void note(Collection<Line> lines) {
        var now = Timestamp.from(clock.instant());
        statements.batchUpdate(
                INSERT,
                lines.stream()
                        .map(line -> values(line.matter(), now, null, line.kind(), false, line.args()))
                        .toList());
    }

    private void add(Matter matter, String actor, String kind, boolean visible, Object... args) {
        statements.update(
                INSERT, values(matter, Timestamp.from(clock.instant()), actor, kind, visible, Arrays.asList(args)));
    }

    private Object[] values(
            Matter matter, Timestamp now, String actor, String kind, boolean visible, List<Object> args) {
        return new Object[] {
            matter.matterNo(),
            now,
            actor,
            matter.step().name(),
            kind,
            write(args.stream().map(String::valueOf).toList()),
            visible
        };
    }

    /** The lines of a matter, oldest first. */
    public List<Entry> of(String matterNo, Locale language) {
        return database.sql("select * from matter_event where matter_no = ? order by id")
                .param(matterNo)
                .query((row, number) -> new Entry(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        Step.of(row.getString("step")),
                        row.getString("kind"),
                        text(row.getString("kind"), row.getString("args"), language),
                        row.getBoolean("public")))
                .list();
    }

    private String text(String kind, String args, Locale language) {
        var spoken = read(args).stream()
                .map(arg -> texts.getMessage("code." + arg, null, texts.getMessage(arg, null, arg, language), language))
                .toArray();
        return texts.getMessage("timeline." + kind, spoken, kind, language);
    }

    private String write(List<String> args) {
        try {
            return json.writeValueAsString(args);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private List<String> read(String args) {
        try {
            return json.readValue(args, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }
}
