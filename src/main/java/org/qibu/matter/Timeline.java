package org.qibu.matter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.qibu.engine.FormCase;
import org.qibu.text.CodeLabels;
import org.qibu.transaction.WrittenTogether;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what to a matter, when and why; append only. Texts are made when read, in the reader's language. */
@Repository
public class Timeline {

    private static final String INSERT = """
            insert into matter_event (matter_no, at, actor, step, kind, args, public)
            select matter_no, at::timestamptz, actor, step, kind, args::jsonb, public
            from unnest(:matters::text[], :ats::text[], :actors::text[], :steps::text[], :kinds::text[], :args::text[],
              :publics::boolean[]) with ordinality as line (matter_no, at, actor, step, kind, args, public, no) order by no""";

    private final JdbcClient database;
    private final WrittenTogether<Row> lines = new WrittenTogether<>(this::insert);
    private final Clock clock;
    private final MessageSource texts;
    private final CodeLabels labels;
    private final ObjectMapper json;

    Timeline(JdbcClient database, Clock clock, MessageSource texts, CodeLabels labels, ObjectMapper json) {
        this.database = database;
        this.clock = clock;
        this.texts = texts;
        this.labels = labels;
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
    public void done(Matter matter, FormCase form) {
        var ours = "form." + form.formId();
        var isOurs = texts.getMessage(ours, null, null, Locale.CHINESE) != null;
        tell(matter, form.userId(), "done", isOurs || form.taskName().isBlank() ? ours : form.taskName());
    }

    /** Adds many lines for staff only. */
    public void note(Collection<Line> lines) {
        var now = clock.instant();
        this.lines.addAll(lines.stream()
                .map(line -> row(line.matter(), now, null, line.kind(), false, line.args()))
                .toList());
    }

    private void add(Matter matter, String actor, String kind, boolean visible, Object... args) {
        lines.add(row(matter, clock.instant(), actor, kind, visible, Arrays.asList(args)));
    }

    /** @param actor null where nobody in particular did it */
    private record Row(
            String matterNo, Instant at, String actor, Step step, String kind, String args, boolean visible) {}

    private Row row(Matter matter, Instant now, String actor, String kind, boolean visible, List<Object> args) {
        var spoken = write(args.stream().map(String::valueOf).toList());
        return new Row(matter.matterNo(), now, actor, matter.step(), kind, spoken, visible);
    }

    private void insert(List<Row> rows) {
        database.sql(INSERT)
                .param("matters", texts(rows, Row::matterNo))
                .param("ats", texts(rows, row -> row.at().toString()))
                .param("actors", texts(rows, Row::actor))
                .param("steps", texts(rows, row -> row.step().name()))
                .param("kinds", texts(rows, Row::kind))
                .param("args", texts(rows, Row::args))
                .param("publics", rows.stream().map(Row::visible).toArray(Boolean[]::new))
                .update();
    }

    private static String[] texts(List<Row> rows, Function<Row, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    /** The lines of a matter, oldest first. */
    public List<Entry> of(String matterNo, Locale language) {
        lines.flush();
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
                .map(arg -> labels.find(arg, language).orElseGet(() -> texts.getMessage(arg, null, arg, language)))
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
