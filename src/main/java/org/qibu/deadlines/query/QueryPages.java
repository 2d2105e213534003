package org.qibu.deadlines.query;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import org.qibu.deadlines.query.SupervisionQueries.Query;
import org.qibu.engine.FormRefused;
import org.qibu.engine.NotYourTask;
import org.qibu.matter.Matter;
import org.qibu.matter.access.NotNow;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The supervision committee's questions on the matter's page, and where they are answered. */
@Controller
class QueryPages {

    private final QueryAnswers answers;

    QueryPages(QueryAnswers answers) {
        this.answers = answers;
    }

    @PostMapping("/staff/matters/{matterNo}/queries/{id}")
    String answer(
            @PathVariable String matterNo,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String answer,
            Principal user,
            RedirectAttributes reply) {
        try {
            answers.answer(matterNo, id, answer, user);
            reply.addFlashAttribute("done", "query.done");
        } catch (FormRefused refused) {
            reply.addFlashAttribute("queryFault", refused.faults().get(0).message());
            reply.addFlashAttribute("queryTried", id);
            reply.addFlashAttribute("queryText", answer);
        } catch (NotNow refused) {
            reply.addFlashAttribute("refused", List.of(refused.getReason()));
        } catch (NotYourTask refused) {
            reply.addFlashAttribute("refused", List.of(refused.getMessage()));
        }
        return "redirect:/staff/matters/{matterNo}#queries";
    }

    /** Adds the supervision questions of a matter to the model of its page. */
    @ControllerAdvice(annotations = Controller.class)
    static final class OnPages {

        private final QueryAnswers answers;

        OnPages(QueryAnswers answers) {
            this.answers = answers;
        }

        @ModelAttribute("supervision")
        Block block(HttpServletRequest request) {
            return new Block(answers, request.getUserPrincipal());
        }
    }

    /** Asks only where a page shows it. */
    public record Block(QueryAnswers answers, Principal user) {

        /** The questions about a matter's tasks, newest first. */
        public List<Query> of(Matter matter) {
            return answers.of(matter.matterNo());
        }

        /** Whether an answer is overdue. */
        public boolean isLate(Query query) {
            return answers.isLate(query);
        }

        /** Whether this visitor may answer. */
        public boolean mayAnswer(Matter matter) {
            return answers.mayAnswer(matter, user);
        }
    }
}
