package org.qibu.community.rolls.page;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.qibu.community.Communities;
import org.qibu.community.rolls.Area;
import org.qibu.community.rolls.BadRows;
import org.qibu.community.rolls.Decisions;
import org.qibu.community.rolls.Decisions.DecisionRefused;
import org.qibu.community.rolls.Rename;
import org.qibu.community.rolls.Roll;
import org.qibu.community.rolls.RollKind;
import org.qibu.community.rolls.RollRefused;
import org.qibu.community.rolls.imports.Rolls;
import org.qibu.sheets.ClipboardCells;
import org.qibu.sheets.SheetRefused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows staff the rolls of their communities; whoever keeps them uploads, looks at what changes, and confirms. */
@Controller
@RequestMapping("/staff/rolls")
class RollsPage {

    private static final int SHOWN = 200;

    private final RollAccess access;
    private final RollOverview overview;
    private final Communities communities;
    private final Rolls rolls;
    private final RollDrafts drafts;

    RollsPage(RollAccess access, RollOverview overview, Communities communities, Rolls rolls, RollDrafts drafts) {
        this.access = access;
        this.overview = overview;
        this.communities = communities;
        this.rolls = rolls;
        this.drafts = drafts;
    }

    /** What the form says; a new zone goes before one that was chosen. */
    record Upload(String kind, String community, String zone, String newZone, String newZoneName, String lines)
            implements Serializable {

        Upload {
            kind = kind == null ? "" : kind;
            community = community == null ? "" : community;
            zone = zone == null ? "" : zone;
            newZone = newZone == null ? "" : newZone.strip();
            newZoneName = newZoneName == null ? "" : newZoneName.strip();
            lines = lines == null ? "" : lines;
        }

        String zoneMeant() {
            return newZone.isEmpty() ? zone : newZone;
        }

        /** Whether the roll would be one of a zone nobody named. */
        boolean lacksZone() {
            return RollKind.of(kind).filter(RollKind::isZoned).isPresent()
                    && zoneMeant().isEmpty();
        }
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String community, Principal user, Model model) {
        var account = access.account(user);
        var own = communities.of(account.communities());
        var shown = own.stream()
                .filter(each -> each.code().equals(community))
                .findFirst()
                .or(() -> own.stream().findFirst());
        model.addAttribute("communities", own);
        model.addAttribute("community", shown.orElse(null));
        model.addAttribute("keeper", RollAccess.isKeeper(account));
        model.addAttribute("kinds", RollKind.values());
        shown.ifPresent(each -> {
            model.addAttribute("lines", overview.of(each.code()));
            model.addAttribute("zones", overview.zones(each.code()));
        });
        return "staff/rolls";
    }

    @PostMapping("/drafts")
    String upload(
            @ModelAttribute("upload") Upload upload,
            @RequestParam(required = false) MultipartFile file,
            Principal user,
            RedirectAttributes answer)
            throws IOException {
        if (upload.lacksZone()) {
            return back(upload, "请选择小区，或者填写新小区的代码。", answer);
        }
        var place = access.open(upload.kind(), upload.community(), upload.zoneMeant(), upload.newZoneName(), user);
        var isFile = file != null && !file.isEmpty();
        var content = isFile ? file.getBytes() : pasted(upload.lines());
        var name = isFile ? Optional.ofNullable(file.getOriginalFilename()).orElse("") : "";
        if (content.length == 0) {
            return back(upload, "请选择一个文件，或者粘贴表格内容。", answer);
        }
        try {
            var preview = rolls.preview(place, name, content, "");
            var base = preview.present().map(Roll::id).orElse(null);
            return "redirect:/staff/rolls/drafts/"
                    + drafts.keep(place, name, content, base, user.getName()).id();
        } catch (SheetRefused refused) {
            return back(upload, String.valueOf(refused.getMessage()), answer);
        }
    }

    /** As it was pasted: a tab at its beginning is an empty first cell. */
    private static byte[] pasted(String lines) {
        return lines.isBlank() ? new byte[0] : ClipboardCells.asFile(lines).getBytes(StandardCharsets.UTF_8);
    }

    @GetMapping("/drafts/{id}")
    String preview(@PathVariable UUID id, Principal user, Model model, RedirectAttributes answer) {
        var found = drafts.find(id, user.getName());
        if (found.isEmpty()) {
            return gone(answer);
        }
        var draft = found.get();
        var preview = rolls.preview(draft.place(), draft.fileName(), draft.content(), draft.prefix());
        model.addAttribute("draft", draft);
        model.addAttribute("preview", preview);
        model.addAttribute("faults", preview.faults().stream().limit(SHOWN).toList());
        model.addAttribute(
                "area", Area.text(preview.faults().isEmpty() ? preview.content().totalArea() : 0));
        model.addAttribute("most", SHOWN);
        model.addAttribute("renames", shown(preview.renames()));
        model.addAttribute("badRows", BadRows.of(preview.faults()));
        model.addAttribute("zone", overview.nameOf(draft.place()));
        model.addAttribute("community", communities.get(draft.place().community()));
        return "staff/roll-draft";
    }

    /** Those to be looked at one by one go first. */
    private static List<Rename> shown(List<Rename> renames) {
        return renames.stream()
                .sorted(Comparator.comparing(Rename::isAskedByItself).reversed())
                .limit(SHOWN)
                .toList();
    }

    /** Puts a word before every number of the upload, or takes it away again, and shows what that comes to. */
    @PostMapping("/drafts/{id}/prefix")
    String prefix(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String prefix,
            Principal user,
            RedirectAttributes answer) {
        var found = drafts.find(id, user.getName());
        if (found.isEmpty()) {
            return gone(answer);
        }
        try {
            drafts.prefix(id, new Decisions(prefix, Set.of()).prefix());
        } catch (SheetRefused refused) {
            answer.addFlashAttribute("refused", refused.getMessage());
        }
        return "redirect:/staff/rolls/drafts/" + id;
    }

    @PostMapping("/drafts/{id}")
    String confirm(
            @PathVariable UUID id,
            @RequestParam(required = false) List<String> renamed,
            Principal user,
            RedirectAttributes answer) {
        var found = drafts.find(id, user.getName());
        if (found.isEmpty()) {
            return gone(answer);
        }
        var draft = found.get();
        var place = draft.place();
        access.open(place.kind().key(), place.community(), place.zone(), place.zoneName(), user);
        try {
            var decisions = Decisions.of(draft.prefix(), renamed);
            var roll = rolls.replaceIfStill(
                    draft.base(), place, draft.fileName(), draft.content(), user.getName(), decisions);
            drafts.remove(id);
            answer.addFlashAttribute("done", roll);
        } catch (RollRefused | DecisionRefused refused) {
            answer.addFlashAttribute("refused", refused.getMessage());
            return "redirect:/staff/rolls/drafts/" + id;
        } catch (SheetRefused refused) {
            answer.addFlashAttribute("refused", refused.getMessage());
        }
        answer.addAttribute("community", place.community());
        return "redirect:/staff/rolls";
    }

    private static String back(Upload upload, String sentence, RedirectAttributes answer) {
        answer.addFlashAttribute("refused", sentence);
        answer.addFlashAttribute("upload", upload);
        answer.addAttribute("community", upload.community());
        return "redirect:/staff/rolls";
    }

    private static String gone(RedirectAttributes answer) {
        answer.addFlashAttribute("refused", "这次上传已过期或已被新的上传取代，请重新上传。");
        return "redirect:/staff/rolls";
    }
}
