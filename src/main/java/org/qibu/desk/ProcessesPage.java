package org.qibu.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.qibu.engine.ModelRefused;
import org.qibu.engine.ProcessFault;
import org.qibu.engine.fault.ProcessFaults;
import org.qibu.engine.models.ModelConflicts;
import org.qibu.engine.models.RunningVersions;
import org.qibu.engine.models.VersionMoves;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which matters stand still because of their model, and their move to the mended version; for process administrators. */
@Controller
class ProcessesPage {

    private static final String ROLE = "process-admin";

    private final ProcessFaults faults;
    private final RunningVersions versions;
    private final VersionMoves moves;
    private final ModelConflicts conflicts;

    ProcessesPage(ProcessFaults faults, RunningVersions versions, VersionMoves moves, ModelConflicts conflicts) {
        this.faults = faults;
        this.versions = versions;
        this.moves = moves;
        this.conflicts = conflicts;
    }

    /** A place that stands still, with what its process is called. */
    public record Standing(ProcessFault fault, String process) {}

    @GetMapping("/staff/processes")
    String list(HttpServletRequest request, Model model) {
        mustBeKeeper(request);
        model.addAttribute("faults", standing());
        model.addAttribute("versions", versions.all());
        model.addAttribute("conflicts", conflicts.open());
        return "staff/processes";
    }

    private List<Standing> standing() {
        return faults.open().stream()
                .map(fault -> new Standing(fault, versions.nameOf(fault.processKey())))
                .toList();
    }

    @GetMapping("/staff/processes/move")
    String preview(HttpServletRequest request, @RequestParam String process, @RequestParam int version, Model model) {
        mustBeKeeper(request);
        var preview = moves.preview(process, version)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "没有需要搬到新版本的事项。"));
        model.addAttribute("preview", preview);
        return "staff/processes-move";
    }

    @PostMapping("/staff/processes/move")
    String move(
            HttpServletRequest request,
            @RequestParam String process,
            @RequestParam int version,
            @RequestParam int newest,
            RedirectAttributes answer) {
        mustBeKeeper(request);
        var result = moves.move(process, version, newest);
        answer.addFlashAttribute("moved", result.moved());
        answer.addFlashAttribute("left", result.left());
        if (result.isEmpty()) {
            answer.addFlashAttribute("answer", "processes.unmoved");
        }
        return "redirect:/staff/processes";
    }

    @PostMapping("/staff/processes/retry")
    String retry(HttpServletRequest request, @RequestParam String place, RedirectAttributes answer) {
        mustBeKeeper(request);
        var isDone = moves.tryAgain(place);
        answer.addFlashAttribute("answer", isDone ? "processes.retried" : "processes.retry.none");
        return "redirect:/staff/processes";
    }

    @PostMapping("/staff/processes/packed")
    String takePacked(HttpServletRequest request, @RequestParam String file, RedirectAttributes answer) {
        mustBeKeeper(request);
        try {
            answer.addFlashAttribute("answer", conflicts.take(file) ? "processes.taken" : "processes.taken.none");
        } catch (ModelRefused refused) {
            answer.addFlashAttribute("refused", refused.getMessage());
        }
        return "redirect:/staff/processes";
    }

    private static void mustBeKeeper(HttpServletRequest request) {
        if (!request.isUserInRole(ROLE)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "只有流程管理员可以查看和搬动停住的事项。");
        }
    }
}
