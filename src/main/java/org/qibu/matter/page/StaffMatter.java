package org.qibu.matter.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.Principal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qibu.engine.FormRefused;
import org.qibu.engine.NotYourTask;
import org.qibu.engine.TaskUnavailable;
import org.qibu.matter.Matter;
import org.qibu.matter.access.StaffAccess;
import org.qibu.matter.file.FileRefused;
import org.qibu.matter.form.Names;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everything about a matter on one page, for the staff of its community. */
@Controller
@RequestMapping("/staff/matters/{matterNo}")
class StaffMatter {

    private final StaffAccess staffAccess;
    private final MatterSheet sheet;
    private final RowEntry rows;
    private final PastedRows pasted;
    private final FileUpload files;
    private final PublicTitleEditor titles;
    private final Names names;
    private final ObjectMapper json;
    private final MessageSource texts;

    StaffMatter(
            StaffAccess staffAccess,
            MatterSheet sheet,
            RowEntry rows,
            PastedRows pasted,
            FileUpload files,
            PublicTitleEditor titles,
            Names names,
            ObjectMapper json,
            MessageSource texts) {
        this.staffAccess = staffAccess;
        this.sheet = sheet;
        this.rows = rows;
        this.pasted = pasted;
        this.files = files;
        this.titles = titles;
        this.names = names;
        this.json = json;
        this.texts = texts;
    }

    /** A row list with what the editor needs to work, as JSON, and what somebody without a script changes, as lines. */
    record Editor(RowEntry.Sheet sheet, String columns, String rows, String names, String lines) {}

    @GetMapping
    String page(@PathVariable String matterNo, Principal user, Locale language, Model model) {
        var view = staffAccess.open(matterNo, user);
        var page = sheet.of(view, language);
        model.addAttribute("publicTitle", titles.block(view));
        model.addAttribute("page", page);
        model.addAttribute(
                "editors",
                page.editors().stream().map(each -> editor(page.matter(), each)).toList());
        model.addAttribute("kinds", kinds(page, language));
        return "staff/matter";
    }

    /** What an upload may be: first what a waiting form asks for, in the words of the form. */
    private Map<String, String> kinds(MatterSheet.Page page, Locale language) {
        var kinds = new LinkedHashMap<String, String>();
        page.needs().stream()
                .sorted(Comparator.comparing(MatterSheet.Need::missing).reversed())
                .forEach(need -> kinds.putIfAbsent(need.kind(), need.label()));
        FileUpload.KINDS.forEach(
                kind -> kinds.putIfAbsent(kind, texts.getMessage("file." + kind, null, kind, language)));
        return kinds;
    }

    private Editor editor(Matter matter, RowEntry.Sheet open) {
        return new Editor(
                open,
                write(open.list().columns()),
                write(open.rows()),
                write(names.in(matter.communityCode(), open.rows())),
                pasted.write(open.list(), open.rows()));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @PostMapping("/rows/{field}")
    String save(
            @PathVariable String matterNo,
            @PathVariable String field,
            @RequestParam(defaultValue = "") String lines,
            Principal user,
            RedirectAttributes answer) {
        var view = staffAccess.open(matterNo, user);
        try {
            var read = pasted.read(rows.list(view, field), lines, view.matter().communityCode());
            rows.save(view, field, read);
            answer.addFlashAttribute("done", "matter.rows.saved");
        } catch (FormRefused refused) {
            answer.addFlashAttribute(
                    "refused",
                    refused.faults().stream().map(FormRefused.Fault::message).toList());
            answer.addFlashAttribute("refusedField", field);
            answer.addFlashAttribute("refusedLines", lines);
        } catch (NotYourTask notYours) {
            answer.addFlashAttribute("refused", List.of(notYours.getMessage()));
        } catch (TaskUnavailable gone) {
            answer.addFlashAttribute("refused", List.of(gone.getMessage()));
        }
        return "redirect:/staff/matters/{matterNo}#rows-{field}";
    }

    @PostMapping("/public-title")
    String confirm(
            @PathVariable String matterNo,
            @RequestParam(defaultValue = "") String publicTitle,
            @RequestParam(defaultValue = "false") boolean publicTitleSeen,
            Principal user,
            RedirectAttributes answer) {
        try {
            titles.confirm(matterNo, publicTitle, publicTitleSeen, user);
            answer.addFlashAttribute("done", "title.public.saved");
        } catch (FormRefused refused) {
            answer.addFlashAttribute("typedTitle", publicTitle);
            answer.addFlashAttribute(
                    "refused",
                    refused.faults().stream().map(FormRefused.Fault::message).toList());
        }
        return "redirect:/staff/matters/{matterNo}#public-title";
    }

    @PostMapping("/files")
    String upload(
            @PathVariable String matterNo,
            @RequestParam String kind,
            @RequestParam("file") List<MultipartFile> sent,
            Principal user,
            RedirectAttributes answer)
            throws IOException {
        var view = staffAccess.open(matterNo, user);
        try {
            files.keep(view, kind, sent);
            answer.addFlashAttribute("done", "matter.files.saved");
        } catch (FileRefused refused) {
            answer.addFlashAttribute("refused", List.of(refused.getMessage()));
        }
        return "redirect:/staff/matters/{matterNo}#files";
    }
}
