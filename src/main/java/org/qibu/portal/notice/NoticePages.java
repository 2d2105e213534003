package org.qibu.portal.notice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.qibu.engine.FormRefused;
import org.qibu.limits.Sender;
import org.qibu.matter.access.NothingThere;
import org.qibu.notices.board.PublicBoard;
import org.qibu.notices.objections.NewObjection;
import org.qibu.notices.objections.NoObjection;
import org.qibu.notices.objections.ObjectionIntake;
import org.qibu.text.ComparisonKey;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The notice board for everybody, each notice on a page of its own, and the form to object to it. */
@Controller
class NoticePages {

    private final PublicBoard board;
    private final ObjectionIntake desk;
    private final NoticeCode code;
    private final MessageSource texts;

    NoticePages(PublicBoard board, ObjectionIntake desk, NoticeCode code, MessageSource texts) {
        this.board = board;
        this.desk = desk;
        this.code = code;
        this.texts = texts;
    }

    @GetMapping("/notices")
    String board(@RequestParam(defaultValue = "") String community, Model model) {
        var walls = board.walls("");
        model.addAttribute(
                "communities", walls.stream().map(PublicBoard.Wall::community).toList());
        model.addAttribute("asked", community.strip());
        model.addAttribute(
                "walls",
                walls.stream()
                        .filter(wall -> community.isBlank()
                                ? !wall.isBare()
                                : ComparisonKey.same(wall.community().code(), community))
                        .toList());
        return "notices";
    }

    @GetMapping("/notices/{id:\\d{1,18}}")
    String notice(@PathVariable long id, Model model) {
        var sheet = find(id);
        model.addAttribute("sheet", sheet);
        model.addAttribute("address", code.address(sheet));
        model.addAttribute("code", code.picture(sheet));
        if (!model.containsAttribute("said")) {
            model.addAttribute("said", new NewObjection("", "", ""));
        }
        return "notice";
    }

    @PostMapping("/notices/{id:\\d{1,18}}/objections")
    String object(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String objector,
            @RequestParam(defaultValue = "") String content,
            @RequestParam(defaultValue = "") String contact,
            Principal user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes answer) {
        var said = new NewObjection(objector, content, contact);
        try {
            var objection = desk.take(id, said, Sender.of(request), user);
            answer.addFlashAttribute("taken", objection.no());
            return "redirect:/notices/" + id + "#object";
        } catch (FormRefused refused) {
            return refused(HttpStatus.BAD_REQUEST, id, said, faults(refused), response, model);
        } catch (NoObjection refused) {
            model.addAttribute("why", refused.getReason());
            return refused(refused.getStatusCode(), id, said, Map.of(), response, model);
        }
    }

    /** The form once more, with what was written, where its token was too old to be trusted; nothing was taken. */
    @PostMapping("/notices/{id:\\d{1,18}}/objections/again")
    String again(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String objector,
            @RequestParam(defaultValue = "") String content,
            @RequestParam(defaultValue = "") String contact,
            Locale language,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("why", texts.getMessage("form.again", null, language));
        var said = new NewObjection(objector, content, contact);
        return refused(HttpStatus.FORBIDDEN, id, said, Map.of(), response, model);
    }

    private String refused(
            HttpStatusCode status,
            long id,
            NewObjection said,
            Map<String, String> faults,
            HttpServletResponse response,
            Model model) {
        response.setStatus(status.value());
        model.addAttribute("said", said);
        model.addAttribute("faults", faults);
        return notice(id, model);
    }

    private static Map<String, String> faults(FormRefused refused) {
        var faults = new LinkedHashMap<String, String>();
        refused.faults().forEach(fault -> faults.putIfAbsent(fault.key(), fault.message()));
        return faults;
    }

    private PublicBoard.Sheet find(long id) {
        return board.find(id).orElseThrow(() -> new NothingThere("没有找到这份公示，请核对地址。"));
    }
}
