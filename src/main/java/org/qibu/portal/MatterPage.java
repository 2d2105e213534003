package org.qibu.portal;

import java.util.Locale;
import org.qibu.matter.page.NothingThere;
import org.qibu.matter.page.PublicView;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A matter for everybody: where it stands and what happened, without a name. */
@Controller
class MatterPage {

    private final PublicView views;

    MatterPage(PublicView views) {
        this.views = views;
    }

    @GetMapping("/matters/{matterNo}")
    String matter(@PathVariable String matterNo, Locale language, Model model) {
        model.addAttribute("sheet", views.of(matterNo, language).orElseThrow(NothingThere::matter));
        return "matter";
    }
}
