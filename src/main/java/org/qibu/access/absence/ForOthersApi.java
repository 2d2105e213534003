package org.qibu.access.absence;

import java.security.Principal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lists, for the task list, which shows only one's own work, the colleagues the user stands in for today and how many
 * of their tasks the user may do.
 */
@RestController
class ForOthersApi {

    private final WorkForOthers work;

    ForOthersApi(WorkForOthers work) {
        this.work = work;
    }

    /**
     * A colleague the user stands in for today.
     *
     * @param name what they are called
     * @param tasks how many tasks wait for them that the user may do
     */
    record Entrusted(String name, int tasks) {}

    /** Empty where the user stands in for nobody. */
    @GetMapping("/api/me/for-others")
    List<Entrusted> entrusted(Principal user) {
        return work.of(user.getName()).stream()
                .map(each -> new Entrusted(each.name(), each.tasks().size()))
                .toList();
    }
}
