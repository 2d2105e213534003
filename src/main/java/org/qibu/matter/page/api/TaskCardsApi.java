package org.qibu.matter.page.api;

import java.security.Principal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.qibu.matter.page.TaskCards;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the cards of a task list show, for all that are in sight with one request. */
@RestController
class TaskCardsApi {

    private static final int MOST = 50;

    private final TaskCards cards;

    TaskCardsApi(TaskCards cards) {
        this.cards = cards;
    }

    /** Tasks the user may not see, and such as do not exist, are missing from the answer. */
    @GetMapping("/api/tasks/cards")
    List<TaskCards.Card> cards(@RequestParam List<String> ids, Principal user, Locale language) {
        var asked = new LinkedHashSet<>(ids);
        if (asked.size() > MOST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "一次最多查询 " + MOST + " 项任务。");
        }
        asked.removeIf(String::isBlank);
        return cards.of(asked, user, language);
    }
}
