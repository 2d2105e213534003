package org.qibu.decision.poll;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.qibu.sheets.CellFault;
import org.qibu.sheets.SheetRefused;
import org.qibu.voting.ballots.BallotBox;
import org.qibu.voting.ballots.BallotBox.Taken;
import org.qibu.voting.ballots.BallotsRefused;
import org.qibu.voting.ballots.PaperBallot;
import org.qibu.voting.polls.PollClosed;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One vote for the people who count it: enter ballots, check them, see who is missing and what it came to. */
@Controller
@RequestMapping("/staff/polls/{pollId}")
class PollPage {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final PollAccess access;
    private final PollSheet sheets;
    private final BallotBox box;
    private final BallotSheet table;
    private final Clock clock;

    PollPage(PollAccess access, PollSheet sheets, BallotBox box, BallotSheet table, Clock clock) {
        this.access = access;
        this.sheets = sheets;
        this.box = box;
        this.table = table;
        this.clock = clock;
    }

    @GetMapping
    String page(@PathVariable String pollId, Principal user, Locale language, Model model) {
        model.addAttribute("page", sheets.of(access.open(pollId, user), clock.instant(), language));
        return "staff/poll";
    }

    @PostMapping("/ballots")
    String enter(
            @PathVariable String pollId,
            @RequestParam(defaultValue = "") String rightHolderId,
            @RequestParam(defaultValue = "") String choice,
            @RequestParam(defaultValue = "") String receivedAt,
            @RequestParam(defaultValue = "") String proxyDoc,
            Principal user,
            RedirectAttributes answer) {
        var ballot = new PaperBallot(1, rightHolderId, choice, receivedAt, proxyDoc);
        if (!taken(pollId, () -> List.of(ballot), user, answer)) {
            answer.addFlashAttribute("typed", ballot);
        }
        return "redirect:/staff/polls/{pollId}#enter";
    }

    @PostMapping("/table")
    String upload(
            @PathVariable String pollId, @RequestParam MultipartFile file, Principal user, RedirectAttributes answer)
            throws IOException {
        var content = file.getBytes();
        taken(
                pollId,
                () -> {
                    var read = table.read(file.getOriginalFilename(), content);
                    answer.addFlashAttribute("reading", read.reading());
                    return read.ballots();
                },
                user,
                answer);
        return "redirect:/staff/polls/{pollId}#enter";
    }

    private boolean taken(
            String pollId, Supplier<List<PaperBallot>> ballots, Principal user, RedirectAttributes answer) {
        var teller = access.teller(pollId, user).account().id();
        try {
            answer.addFlashAttribute("taken", enter(pollId, ballots.get(), teller));
            return true;
        } catch (BallotsRefused refused) {
            answer.addFlashAttribute("faults", refused.faults());
        } catch (SheetRefused refused) {
            var isOfCells = !refused.faults().isEmpty();
            answer.addFlashAttribute(
                    isOfCells ? "cellFaults" : "refused",
                    isOfCells
                            ? refused.faults().stream().map(CellFault::message).toList()
                            : refused.getMessage());
        } catch (PollClosed refused) {
            answer.addFlashAttribute("refused", refused.getMessage());
        }
        return false;
    }

    private Taken enter(String pollId, List<PaperBallot> ballots, String teller) {
        if (ballots.isEmpty()) {
            throw new SheetRefused("这个表格里没有填写选票，请在“选择”一列填写同意、反对、弃权或无效。");
        }
        return box.enter(pollId, ballots, teller);
    }

    /** A table with a line for each ballot that is missing. */
    @GetMapping("/ballots.xlsx")
    ResponseEntity<byte[]> template(@PathVariable String pollId, Principal user) {
        var poll = access.teller(pollId, user).poll();
        var name = ContentDisposition.attachment()
                .filename("选票-" + poll.pollId() + ".xlsx", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .cacheControl(CacheControl.noStore())
                .body(table.template(poll));
    }
}
