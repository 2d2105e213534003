package org.qibu.portal;

import java.util.Locale;
import org.qibu.matter.Matter;
import org.qibu.matter.Matters;
import org.qibu.matter.access.NothingThere;
import org.qibu.matter.page.PublicView;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A matter for everybody: where it stands and what happened, without a name. */
@Controller
class MatterPage {

    private final PublicView views;
    private final Matters matters;

    MatterPage(PublicView views, Matters matters) {
        this.views = views;
        this.matters = matters;
    }

    @GetMapping("/matters/{matterNo}")
    String matter(@PathVariable String matterNo, Locale language, Model model) {
        var sheet = views.of(matterNo, language);
        var meant = matters.meant(matterNo).map(Matter::matterNo).filter(number -> !number.equals(matterNo));
        if (sheet.isEmpty() && meant.isPresent()) {
            return "redirect:/matters/" + meant.get();
        }
        model.addAttribute("sheet", sheet.orElseThrow(NothingThere::matter));
        return "matter";
    }
}
