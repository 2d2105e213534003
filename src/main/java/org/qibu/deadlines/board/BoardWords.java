package org.qibu.deadlines.board;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.identity.Accounts.Account;
import org.qibu.matter.display.DisplayText;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Formats for the board who holds a task and how many working days late it is. */
@Component
class BoardWords {

    private final Accounts accounts;
    private final MessageSource texts;
    private final DisplayText displayText;

    BoardWords(Accounts accounts, MessageSource texts, DisplayText displayText) {
        this.accounts = accounts;
        this.texts = texts;
        this.displayText = displayText;
    }

    /** What the holders of a board are called, by holder. */
    Map<String, String> holders(BoardSheet board, Locale language) {
        var names = new TreeMap<String, String>();
        board.lines().forEach(line -> names.computeIfAbsent(line.holder(), holder -> holder(line, language)));
        return names;
    }

    private String holder(OpenDeadline line, Locale language) {
        var names = Arrays.stream(line.holder().split(","))
                .map(part -> accounts.find(part).map(Account::name).orElseGet(() -> displayText.group(part, language)))
                .collect(Collectors.joining(texts.getMessage("deadlines.and", null, language)));
        return line.claimed() ? names : texts.getMessage("deadlines.unclaimed", new Object[] {names}, language);
    }

    /** How a task stands: how many working days late, or how it is otherwise. */
    public String standing(OpenDeadline line, Locale language) {
        return line.state() == OpenDeadline.State.LATE && line.daysLate() > 0
                ? texts.getMessage("deadlines.late", new Object[] {line.daysLate()}, language)
                : texts.getMessage("deadlines.state." + line.state(), null, language);
    }
}
