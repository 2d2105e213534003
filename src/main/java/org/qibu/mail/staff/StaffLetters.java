package org.qibu.mail.staff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.qibu.mail.Letter;
import org.qibu.mail.Recipient;
import org.qibu.mail.staff.StaffDirectory.Colleague;
import org.qibu.mail.staff.StaffMailRepository.Registered;
import org.qibu.mail.staff.StaffMails.AddressedNote;
import org.springframework.stereotype.Component;

/** Makes letters out of what staff are to be told: one about a task, or one that lists many. */
@Component
public class StaffLetters {

    private final StaffDirectory directory;
    private final StaffWords words;
    private final LateLines lines;

    public StaffLetters(StaffDirectory directory, StaffWords words, LateLines lines) {
        this.directory = directory;
        this.words = words;
        this.lines = lines;
    }

    List<Letter> of(Collection<Registered> mails) {
        var communities = new HashMap<String, Optional<String>>();
        var letters = new ArrayList<Letter>();
        for (var registered : mails) {
            var mail = registered.mail();
            var to = recipient(mail);
            var model = mail.isList()
                    ? list(mail.notes(), registered.token(), to.language())
                    : single(mail.notes().get(0), to.language());
            if (mail.communityCode() != null && !mail.isList()) {
                communities
                        .computeIfAbsent(mail.communityCode(), directory::communityName)
                        .ifPresent(name -> model.putIfAbsent("communityName", name));
            }
            model.put("link", StaffLinks.toTask(mail.taskId(), registered.token()));
            letters.add(Letter.of(mail.key(), mail.kind(), mail.matterNo(), mail.communityCode(), to, model));
        }
        return letters;
    }

    private static Recipient recipient(StaffMail mail) {
        var person = mail.reader().person().orElseThrow();
        return new Recipient(
                person.email(), person.name(), mail.reader().choice().language());
    }

    private Map<String, Object> single(AddressedNote addressedNote, Locale language) {
        var model = words.of(addressedNote.note(), language);
        addressedNote
                .reader()
                .absent()
                .map(Colleague::name)
                .ifPresent(name -> model.putAll(words.onBehalf(name, language)));
        return model;
    }

    private Map<String, Object> list(List<AddressedNote> notes, String token, Locale language) {
        var model = new LinkedHashMap<String, Object>();
        model.put("count", notes.size());
        model.put("level", lines.level(notes.get(0).note(), language));
        model.put("late", lines.longest(notes, language));
        model.put("lines", lines.of(notes, token, language));
        var expected = new LinkedHashSet<String>();
        notes.forEach(addressedNote -> expected.add(lines.expected(addressedNote.note(), language)));
        expected.remove("");
        model.put("toDo", List.copyOf(expected));
        return model;
    }
}
