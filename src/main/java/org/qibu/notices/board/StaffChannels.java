package org.qibu.notices.board;

import java.io.IOException;
import java.security.Principal;
import java.util.List;
import org.qibu.engine.FormRefused;
import org.qibu.matter.file.FileRefused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The buttons beside a notice on the staff's page of a matter: posted here, photo, taken down. */
@Controller
@RequestMapping("/staff/matters/{matterNo}/notices/{id}/channels")
class StaffChannels {

    private static final String BACK = "redirect:/staff/matters/{matterNo}#notice-{id}";

    private final ChannelRecords desk;

    StaffChannels(ChannelRecords desk) {
        this.desk = desk;
    }

    /** What a button does. */
    private interface Work {
        void run() throws IOException;
    }

    @PostMapping
    String post(
            @PathVariable String matterNo,
            @PathVariable long id,
            ChannelRecords.Entry entry,
            @RequestParam(required = false) MultipartFile file,
            Principal user,
            RedirectAttributes answer)
            throws IOException {
        return answer(answer, "channel.saved", () -> desk.post(matterNo, id, entry, file, user));
    }

    @PostMapping("/{n}/photo")
    String prove(
            @PathVariable String matterNo,
            @PathVariable long id,
            @PathVariable int n,
            @RequestParam(required = false) MultipartFile file,
            Principal user,
            RedirectAttributes answer)
            throws IOException {
        return answer(answer, "channel.proven", () -> desk.prove(matterNo, id, n, file, user));
    }

    @PostMapping("/{n}/taken-down")
    String takeDown(
            @PathVariable String matterNo,
            @PathVariable long id,
            @PathVariable int n,
            Principal user,
            RedirectAttributes answer)
            throws IOException {
        return answer(answer, "channel.down", () -> desk.takeDown(matterNo, id, n, user));
    }

    private static String answer(RedirectAttributes answer, String done, Work work) throws IOException {
        try {
            work.run();
            answer.addFlashAttribute("done", done);
        } catch (FormRefused refused) {
            answer.addFlashAttribute(
                    "refused",
                    refused.faults().stream().map(FormRefused.Fault::message).toList());
        } catch (FileRefused refused) {
            answer.addFlashAttribute("refused", List.of(refused.getMessage()));
        } catch (ResponseStatusException refused) {
            if (refused.getStatusCode() != HttpStatus.CONFLICT) {
                throw refused;
            }
            answer.addFlashAttribute("refused", List.of(String.valueOf(refused.getReason())));
        }
        return BACK;
    }
}
