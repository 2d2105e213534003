package org.qibu.portal;

import org.qibu.demo.DemoAccounts;
import org.qibu.matter.Matters;
import org.qibu.matter.Step;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The front door: what the seven steps are, where to follow a matter, where staff log in. */
@Controller
class HomePage {

    private final Matters matters;
    private final ObjectProvider<DemoAccounts> demonstration;

    HomePage(Matters matters, ObjectProvider<DemoAccounts> demonstration) {
        this.matters = matters;
        this.demonstration = demonstration;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("steps", Step.seven());
        return "home";
    }

    @GetMapping("/matters")
    String find(@RequestParam(defaultValue = "") String no, Model model) {
        var found = matters.meant(no);
        if (found.isPresent()) {
            return "redirect:/matters/" + found.get().matterNo();
        }
        model.addAttribute("asked", no.strip());
        return home(model);
    }

    @GetMapping("/login")
    String login(Model model) {
        demonstration.ifAvailable(demo -> model.addAttribute("demoAccounts", demo.list()));
        return "login";
    }
}
