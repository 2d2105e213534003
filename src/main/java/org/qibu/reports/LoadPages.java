package org.qibu.reports;

import java.security.Principal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.qibu.calendar.Calendars;
import org.qibu.community.Communities;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.identity.Accounts.Account;
import org.qibu.reports.FormLoads.FormLoad;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows staff what forms cost them in their own communities, and behind each number the forms it is made of. */
@Controller
class LoadPages {

    private static final int MOST_MATTERS = 100;
    private static final int MOST_FORMS = 500;

    private final FormLoads loads;
    private final Accounts accounts;
    private final Communities communities;
    private final Clock clock;

    LoadPages(FormLoads loads, Accounts accounts, Communities communities, Clock clock) {
        this.loads = loads;
        this.accounts = accounts;
        this.communities = communities;
        this.clock = clock;
    }

    @GetMapping("/staff/reports")
    String reports() {
        return "redirect:/staff/reports/load";
    }

    @GetMapping("/staff/reports/load")
    String load(Asked.Raw raw, Principal user, Model model) {
        var asked = raw.on(Calendars.dayOf(clock.instant()));
        var among = among(asked, user, model);
        var report = LoadReport.of(
                about(asked, loads.sent(among, asked.start(), asked.end())),
                about(asked, loads.whole(among, asked.start(), asked.end())));
        model.addAttribute("report", report);
        model.addAttribute("most", MOST_MATTERS);
        model.addAttribute("names", names(report.staff().stream().map(LoadReport.StaffLine::account)));
        return "staff/load";
    }

    private static List<FormLoad> about(Asked asked, List<FormLoad> forms) {
        return forms.stream().filter(asked::isAbout).toList();
    }

    @GetMapping("/staff/reports/load/forms")
    String forms(Asked.Raw raw, Principal user, Model model) {
        var asked = raw.on(Calendars.dayOf(clock.instant()));
        var forms = loads.sent(among(asked, user, model), asked.start(), asked.end()).stream()
                .filter(asked::includes)
                .toList();
        model.addAttribute("sum", Sum.of(forms));
        model.addAttribute("forms", forms.subList(0, Math.min(forms.size(), MOST_FORMS)));
        model.addAttribute("most", MOST_FORMS);
        model.addAttribute(
                "names",
                names(Stream.concat(Stream.of(asked.account()), forms.stream().map(FormLoad::account))));
        return "staff/load-forms";
    }

    private List<String> among(Asked asked, Principal user, Model model) {
        var own = accounts.find(user.getName()).map(Account::communities).orElse(List.of());
        model.addAttribute("asked", asked);
        model.addAttribute("communities", communities.of(own));
        return asked.among(own);
    }

    private Map<String, String> names(Stream<String> ids) {
        var names = new HashMap<String, String>();
        ids.distinct()
                .forEach(
                        id -> names.put(id, accounts.find(id).map(Account::name).orElse(id)));
        return names;
    }
}
