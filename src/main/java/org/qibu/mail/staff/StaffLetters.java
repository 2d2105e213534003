package org.qibu.mail.staff;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.qibu.mail.MailKind;
import org.qibu.mail.StaffNote;
import org.qibu.mail.staff.RecipientResolver.Reader;
import org.springframework.stereotype.Component;

/** Makes mails out of what staff are to be told: one about a task, or one that lists many. */
@Component
public class StaffLetters {

    /** Whoever would get more mails about late work at once than this gets one that lists it. */
    private static final int MOST_SINGLE = 5;

    private static final Comparator<StaffNote> HIGHEST_FIRST =
            Comparator.comparing((StaffNote note) -> note.kind().level()).reversed();

    private final StaffDirectory directory;
    private final StaffWords words;
    private final LateLines lines;

    public StaffLetters(StaffDirectory directory, StaffWords words, LateLines lines) {
        this.directory = directory;
        this.words = words;
        this.lines = lines;
    }

    /** The mails in which readers learn of these notes; what a community is called is asked for once. */
    List<StaffMail> of(Map<Reader, List<StaffNote>> notes) {
        var communities = new HashMap<String, Optional<String>>();
        return notes.entrySet().stream()
                .flatMap(each -> of(each.getKey(), each.getValue(), communities))
                .toList();
    }

    private Stream<StaffMail> of(Reader reader, List<StaffNote> notes, Map<String, Optional<String>> communities) {
        var late = notes.stream()
                .filter(note -> note.kind().isOfLadder())
                .sorted(HIGHEST_FIRST)
                .toList();
        if (late.size() <= MOST_SINGLE) {
            return notes.stream().map(note -> single(reader, note, communities));
        }
        var others = notes.stream().filter(note -> !note.kind().isOfLadder());
        return Stream.concat(Stream.of(listing(reader, late)), others.map(note -> single(reader, note, communities)));
    }

    private StaffMail single(Reader reader, StaffNote note, Map<String, Optional<String>> communities) {
        return new StaffMail(
                note.kind(),
                StaffMail.keyOf(note.kind(), note.key()),
                reader,
                note.matterNo(),
                note.communityCode(),
                note.taskId(),
                note.standsInFor(),
                List.of(),
                (token, language) -> single(note, language, communities));
    }

    private Map<String, Object> single(StaffNote note, Locale language, Map<String, Optional<String>> communities) {
        var model = words.of(note, language);
        if (note.communityCode() != null) {
            communities
                    .computeIfAbsent(note.communityCode(), directory::communityName)
                    .ifPresent(name -> model.putIfAbsent("communityName", name));
        }
        return model;
    }

    /** No rung comes twice, so the first one's key says which list this is. It belongs to the community of its first rung. */
    private StaffMail listing(Reader reader, List<StaffNote> notes) {
        var first = notes.get(0);
        return new StaffMail(
                MailKind.LATE_LIST,
                StaffMail.keyOf(MailKind.LATE_LIST, first.kind() + ":" + first.key()),
                reader,
                null,
                first.communityCode(),
                null,
                null,
                notes,
                (token, language) -> list(notes, token, language));
    }

    private Map<String, Object> list(List<StaffNote> notes, String token, Locale language) {
        var model = new LinkedHashMap<String, Object>();
        model.put("count", notes.size());
        model.put("level", words.level(notes.get(0).kind(), language));
        model.put("late", lines.longest(notes, language));
        model.put("lines", lines.of(notes, token, language));
        var expected = new LinkedHashSet<String>();
        notes.forEach(note -> expected.add(lines.expected(note, language)));
        expected.remove("");
        model.put("toDo", List.copyOf(expected));
        return model;
    }
}
