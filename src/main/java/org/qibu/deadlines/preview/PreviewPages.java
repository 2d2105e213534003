package org.qibu.deadlines.preview;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.qibu.deadlines.ladder.Ladder;
import org.qibu.deadlines.ladder.LadderCheck;
import org.qibu.deadlines.ladder.LadderSheet;
import org.qibu.deadlines.ladder.LadderTable;
import org.qibu.deadlines.preview.DryRun.Foreseen;
import org.qibu.engine.CourseElements;
import org.qibu.engine.FormRefused;
import org.qibu.engine.gate.TrialTables;
import org.qibu.engine.identity.Accounts.Account;
import org.qibu.engine.process.DecisionTables;
import org.qibu.matter.access.StaffAccess;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.server.ResponseStatusException;

/** Shows whoever keeps the tables whom a changed one would write to, before anybody deploys it. */
@Controller
@RequestMapping("/staff/deadlines/preview")
class PreviewPages {

    private static final String LADDER = CourseElements.TABLE_ESCALATION_LADDER;
    private static final Set<String> TABLES = Set.of(CourseElements.TABLE_DEADLINES, LADDER);
    private static final int MOST = 200;

    private final TrialTables tables;
    private final DecisionTables deployed;
    private final LadderTable ladder;
    private final DryRun run;
    private final StaffAccess staffAccess;

    PreviewPages(TrialTables tables, DecisionTables deployed, LadderTable ladder, DryRun run, StaffAccess staffAccess) {
        this.tables = tables;
        this.deployed = deployed;
        this.ladder = ladder;
        this.run = run;
        this.staffAccess = staffAccess;
    }

    /** How many mails somebody would get, as it is and with the table that was handed in. */
    public record Load(String name, int before, int after) {}

    @GetMapping
    String ask(HttpServletRequest request, Model model) {
        mustKeepTables(request);
        model.addAllAttributes(LadderSheet.model(ladder.current(), ladder.current()));
        return "staff/deadlines-preview";
    }

    /** The table in force, to be changed in the Modeler. */
    @GetMapping("/{table:deadlines|escalation-ladder}.dmn")
    ResponseEntity<byte[]> inForce(@PathVariable String table, HttpServletRequest request) {
        mustKeepTables(request);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(table + ".dmn")
                                .build()
                                .toString())
                .body(deployed.source(table));
    }

    @PostMapping
    String show(@RequestParam("table") MultipartFile table, Principal user, HttpServletRequest request, Model model)
            throws IOException {
        mustKeepTables(request);
        var communities = staffAccess.account(user).map(Account::communities).orElse(List.of());
        var shown = ladder.current();
        try {
            var trial = tables.read(String.valueOf(table.getOriginalFilename()), table.getBytes(), TABLES);
            if (LADDER.equals(trial.key())) {
                shown = Ladder.read(trial.table());
                model.addAttribute("strangers", String.join("、", LadderCheck.strangers(trial.table())));
            }
            var after = LADDER.equals(trial.key())
                    ? run.withLadder(communities, shown)
                    : run.withTimes(communities, trial.table());
            model.addAttribute("loads", loads(run.asItIs(communities), after));
            model.addAttribute("after", after.subList(0, Math.min(after.size(), MOST)));
            model.addAttribute("total", after.size());
            model.addAttribute("most", MOST);
            model.addAttribute("key", trial.key());
        } catch (FormRefused refused) {
            model.addAttribute("fault", refused.faults().get(0).message());
        }
        model.addAllAttributes(LadderSheet.model(ladder.current(), shown));
        return "staff/deadlines-preview";
    }

    private static List<Load> loads(List<Foreseen> before, List<Foreseen> after) {
        var names = new TreeMap<String, String>();
        Stream.concat(before.stream(), after.stream()).forEach(mail -> names.put(mail.account(), mail.name()));
        return names.entrySet().stream().map(each -> load(each, before, after)).toList();
    }

    private static Load load(Map.Entry<String, String> account, List<Foreseen> before, List<Foreseen> after) {
        return new Load(account.getValue(), count(before, account.getKey()), count(after, account.getKey()));
    }

    private static int count(List<Foreseen> mails, String account) {
        return (int)
                mails.stream().filter(mail -> mail.account().equals(account)).count();
    }

    private static void mustKeepTables(HttpServletRequest request) {
        if (!request.isUserInRole("process-admin") && !request.isUserInRole("camunda-admin")) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "只有系统管理员和流程管理员可以试算期限表。");
        }
    }
}
