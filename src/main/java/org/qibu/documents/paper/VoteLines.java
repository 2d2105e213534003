package org.qibu.documents.paper;

import java.util.List;
import java.util.regex.Pattern;
import org.qibu.documents.Voice;
import org.qibu.voting.polls.Poll;
import org.qibu.voting.polls.ResultTexts;

/** What a vote came to, line by line. Only the question was written by somebody; a checksum must not be taken for a phone number. */
final class VoteLines {

    private static final Pattern UNITS = Pattern.compile("(?<=[0-9]) (?=平方米|人|户)");

    private VoteLines() {}

    static List<String> of(ResultTexts results, Poll poll, Voice voice) {
        return results.lines(poll).stream()
                .map(line -> line.contains(poll.question())
                        ? voice.text(line)
                        : UNITS.matcher(line).replaceAll(""))
                .toList();
    }
}
