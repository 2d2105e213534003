package org.qibu.decision.poll;

import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.qibu.voting.ballots.Ballot;
import org.qibu.voting.ballots.BallotBox;
import org.qibu.voting.ballots.BallotBox.Duplicate;
import org.qibu.voting.ballots.BallotBox.Taken;
import org.qibu.voting.ballots.PaperBallot;
import org.qibu.voting.polls.Polls;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Votes for programs: ballots go in, the certified result comes out. */
@RestController
@RequestMapping("/api/polls/{pollId}")
class PollsApi {

    private final PollAccess access;
    private final BallotBox box;
    private final BallotSheet sheet;
    private final Polls polls;
    private final ResultSheets results;
    private final Clock clock;

    PollsApi(PollAccess access, BallotBox box, BallotSheet sheet, Polls polls, ResultSheets results, Clock clock) {
        this.access = access;
        this.box = box;
        this.sheet = sheet;
        this.polls = polls;
        this.results = results;
        this.clock = clock;
    }

    /** Ballots as a program sends them. */
    record Upload(List<Line> ballots) {}

    /** One ballot; {@code receivedAt} and {@code proxyDoc} may be missing. */
    record Line(String rightHolderId, String choice, String receivedAt, String proxyDoc) {}

    private static final Line NOTHING = new Line("", "", "", "");

    /**
     * What became of a table of ballots.
     *
     * @param reading which sheet of the file was read and which were not; empty where it has no sheets
     */
    record Entered(int accepted, List<Duplicate> duplicates, String reading) {

        static Entered of(Taken taken, String reading) {
            return new Entered(taken.accepted(), taken.duplicates(), reading);
        }
    }

    @PostMapping(path = "/paper-ballots", consumes = MediaType.APPLICATION_JSON_VALUE)
    Taken enter(@PathVariable String pollId, @RequestBody Upload upload, Principal user) {
        var ballots = new ArrayList<PaperBallot>();
        for (var sent : upload.ballots() == null ? List.<Line>of() : upload.ballots()) {
            var line = sent == null ? NOTHING : sent;
            ballots.add(new PaperBallot(
                    ballots.size() + 1, line.rightHolderId(), line.choice(), line.receivedAt(), line.proxyDoc()));
        }
        return enter(pollId, ballots, user);
    }

    @PostMapping(path = "/paper-ballots", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Entered enterFile(@PathVariable String pollId, @RequestParam MultipartFile file, Principal user)
            throws IOException {
        access.teller(pollId, user);
        return enter(pollId, sheet.read(file.getOriginalFilename(), file.getBytes()), user);
    }

    @PostMapping(
            path = "/paper-ballots",
            consumes = {
                "text/csv",
                MediaType.TEXT_PLAIN_VALUE,
                MediaType.APPLICATION_OCTET_STREAM_VALUE,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            })
    Entered enterTable(
            @PathVariable String pollId,
            @RequestBody byte[] table,
            @RequestHeader(name = "Content-Type", defaultValue = "text/csv") String type,
            Principal user) {
        access.teller(pollId, user);
        return enter(pollId, sheet.read(type.contains("sheet") ? "ballots.xlsx" : "ballots.csv", table), user);
    }

    private Entered enter(String pollId, BallotSheet.Read read, Principal user) {
        return Entered.of(enter(pollId, read.ballots(), user), read.reading());
    }

    private Taken enter(String pollId, List<PaperBallot> ballots, Principal user) {
        var view = access.teller(pollId, user);
        return box.enter(pollId, ballots, view.account().id());
    }

    /** What everybody chose, for tellers and scrutineers. */
    @GetMapping("/paper-ballots")
    List<Ballot> ballots(@PathVariable String pollId, Principal user) {
        return box.of(access.counter(pollId, user).poll());
    }

    /** The certified result, for everybody. */
    @GetMapping("/result")
    ResultSheets.Sheet result(@PathVariable String pollId) {
        var poll = polls.find(pollId).orElseThrow(PollAccess::nothing);
        return results.of(poll, clock.instant());
    }
}
