package org.qibu.mail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.qibu.mail.StaffDirectory.Colleague;
import org.qibu.mail.StaffMails.Meant;
import org.qibu.mail.StaffPost.Registered;
import org.springframework.stereotype.Component;

/** Makes letters out of what staff are to be told: one about a task, or one that lists many. */
@Component
class StaffLetters {

    private final StaffDirectory directory;
    private final StaffWords words;
    private final LateLines lines;

    StaffLetters(StaffDirectory directory, StaffWords words, LateLines lines) {
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

    private Map<String, Object> single(Meant meant, Locale language) {
        var model = words.of(meant.note(), language);
        meant.reader().absent().map(Colleague::name).ifPresent(name -> model.putAll(words.onBehalf(name, language)));
        return model;
    }

    private Map<String, Object> list(List<Meant> notes, String token, Locale language) {
        var model = new LinkedHashMap<String, Object>();
        model.put("count", notes.size());
        model.put("level", lines.level(notes.get(0).note(), language));
        model.put("late", lines.longest(notes, language));
        model.put("lines", lines.of(notes, token, language));
        var expected = new LinkedHashSet<String>();
        notes.forEach(meant -> expected.add(lines.expected(meant.note(), language)));
        expected.remove("");
        model.put("toDo", List.copyOf(expected));
        return model;
    }
}
