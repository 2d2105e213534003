package org.qibu.community.offices;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.qibu.community.Communities;
import org.qibu.community.Community;
import org.qibu.community.Office;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.identity.Accounts.Account;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows staff who holds the offices late work is reported to; administrators name people and end their terms. */
@Controller
@RequestMapping("/staff/offices")
class OfficesPage {

    private final OfficeAppointments desk;
    private final OfficeBook book;
    private final Vacancies vacancies;
    private final Communities communities;
    private final Accounts accounts;

    OfficesPage(
            OfficeAppointments desk, OfficeBook book, Vacancies vacancies, Communities communities, Accounts accounts) {
        this.desk = desk;
        this.book = book;
        this.vacancies = vacancies;
        this.communities = communities;
        this.accounts = accounts;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String community,
            @RequestParam(defaultValue = "") String office,
            Principal user,
            HttpServletRequest request,
            Model model) {
        return show(community, TermForm.empty(office, desk.today()), Map.of(), user, request, model);
    }

    @PostMapping
    String enter(
            @RequestParam(defaultValue = "") String community,
            @ModelAttribute("form") TermForm form,
            Principal user,
            HttpServletRequest request,
            Model model,
            RedirectAttributes answer) {
        check(request);
        var here = communities.find(community).orElseThrow(OfficesPage::nothing);
        var faults = desk.enter(here, form, user.getName());
        if (!faults.isEmpty()) {
            return show(community, form, faults, user, request, model);
        }
        answer.addFlashAttribute("answer", "offices.kept");
        answer.addAttribute("community", community);
        return "redirect:/staff/offices";
    }

    @PostMapping("/{id}/end")
    String end(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String lastDay,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes answer) {
        check(request);
        var term = desk.find(id).orElseThrow(OfficesPage::nothing);
        desk.end(term, lastDay, user.getName())
                .ifPresentOrElse(
                        fault -> {
                            answer.addFlashAttribute("endFault", fault);
                            answer.addFlashAttribute("endTried", id);
                            answer.addFlashAttribute("endDay", lastDay);
                        },
                        () -> answer.addFlashAttribute("answer", "offices.ended"));
        answer.addAttribute("community", term.communityCode());
        return "redirect:/staff/offices";
    }

    private String show(
            String community,
            TermForm form,
            Map<String, String> faults,
            Principal user,
            HttpServletRequest request,
            Model model) {
        var keeper = isKeeper(request);
        var own = keeper ? communities.all() : own(user);
        var shown = own.stream()
                .filter(each -> each.code().equals(community))
                .findFirst()
                .or(() -> own.stream().findFirst())
                .orElse(null);
        model.addAttribute("communities", own);
        model.addAttribute("community", shown);
        model.addAttribute("keeper", keeper);
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("today", desk.today());
        if (shown != null) {
            model.addAttribute("lines", book.of(shown, desk.today()));
            model.addAttribute("elsewhere", elsewhere(own, shown));
        }
        if (keeper && shown != null) {
            model.addAttribute("offices", Office.values());
            model.addAttribute("people", people(shown));
            model.addAttribute(
                    "neighbours", desk.places(shown, TermForm.Reach.SUBDISTRICT).size() - 1);
        }
        return "staff/offices";
    }

    private List<Community> own(Principal user) {
        return communities.of(
                accounts.find(user.getName()).map(Account::communities).orElse(List.of()));
    }

    /** How many offices are vacant in the other communities, by community. */
    private Map<Community, Long> elsewhere(List<Community> own, Community shown) {
        var byCode = own.stream().collect(Collectors.toMap(Community::code, each -> each));
        return vacancies.of(byCode.keySet()).stream()
                .filter(seat -> !seat.communityCode().equals(shown.code()))
                .collect(Collectors.groupingBy(seat -> byCode.get(seat.communityCode()), Collectors.counting()));
    }

    /** Who belongs to the community, by name. */
    private List<Account> people(Community community) {
        return accounts.of(community.code()).stream()
                .sorted(Comparator.comparing(OfficeAppointments::nameOf))
                .toList();
    }

    static boolean isKeeper(HttpServletRequest request) {
        return request.isUserInRole("camunda-admin");
    }

    private static void check(HttpServletRequest request) {
        if (!isKeeper(request)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "只有系统管理员可以登记岗位负责人。");
        }
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "没有找到这个社区或这段任期。");
    }
}
