package org.qibu.matter.page;

import java.security.Principal;
import java.util.List;
import java.util.stream.Stream;
import org.qibu.community.Communities;
import org.qibu.matter.MatterStatus;
import org.qibu.matter.Matters;
import org.qibu.matter.Outcome;
import org.qibu.matter.access.StaffAccess;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of matters: staff find each matter of their communities here. */
@Controller
class StaffMatters {

    private static final int PAGE_SIZE = 20;
    private static final int LAST_PAGE = 5_000;
    private static final List<String> STATES = Stream.concat(Stream.of(MatterStatus.OPEN), Outcome.all().stream())
            .map(Enum::name)
            .toList();

    private final Matters matters;
    private final Communities communities;
    private final StaffAccess staffAccess;

    StaffMatters(Matters matters, Communities communities, StaffAccess staffAccess) {
        this.matters = matters;
        this.communities = communities;
        this.staffAccess = staffAccess;
    }

    /** What to look for. */
    record Search(String q, String state, String community) {

        Search {
            q = q == null ? "" : q.strip();
            state = state != null && STATES.contains(state) ? state : "";
            community = community == null ? "" : community.strip();
        }
    }

    @GetMapping("/staff/matters")
    String list(Search search, @RequestParam(defaultValue = "0") int page, Principal user, Model model) {
        var own =
                staffAccess.account(user).map(account -> account.communities()).orElse(List.of());
        var asked = own.contains(search.community()) ? List.of(search.community()) : own;
        var number = Math.min(Math.max(page, 0), LAST_PAGE);
        var found = matters.search(asked, search.q(), search.state(), PAGE_SIZE + 1, number * PAGE_SIZE);
        model.addAttribute("found", found.subList(0, Math.min(found.size(), PAGE_SIZE)));
        model.addAttribute("more", found.size() > PAGE_SIZE);
        model.addAttribute("page", number);
        model.addAttribute("search", search);
        model.addAttribute("states", STATES);
        model.addAttribute("communities", communities.of(own));
        return "staff/matters";
    }
}
