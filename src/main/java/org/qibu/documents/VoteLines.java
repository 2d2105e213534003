package org.qibu.documents;

import java.util.List;
import org.qibu.voting.Poll;
import org.qibu.voting.ResultTexts;

/** What a vote came to, line by line. Only the question was written by somebody; a checksum must not be taken for a phone number. */
final class VoteLines {

    private VoteLines() {}

    static List<String> of(ResultTexts results, Poll poll, Voice voice) {
        return results.lines(poll).stream()
                .map(line -> line.contains(poll.question()) ? voice.text(line) : line)
                .toList();
    }
}
