package org.qibu.engine.fault;

import java.sql.SQLException;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.qibu.engine.TaskUnavailable;
import org.qibu.engine.form.FormUnreadable;
import org.qibu.engine.identity.UnknownCaller;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponseException;

/** Distinguishes failures of a model from refusals, lost races and outages, and describes them in Chinese. */
final class FaultReasons {

    private static final int LONGEST = 400;

    private FaultReasons() {}

    /** Whether a process failed by itself: nobody was refused, nobody was quicker, and the database answers. */
    static boolean isOfModel(Throwable thrown) {
        return !isRefusalOfRoom(thrown)
                && find(thrown, FormFieldValidationException.class).isEmpty()
                && find(thrown, SuspendedEntityInteractionException.class).isEmpty()
                && find(thrown, TaskUnavailable.class).isEmpty()
                && find(thrown, AuthorizationException.class).isEmpty()
                && find(thrown, UnknownCaller.class).isEmpty()
                && find(thrown, OptimisticLockingException.class).isEmpty()
                && find(thrown, ConcurrencyFailureException.class).isEmpty()
                && find(thrown, DataAccessException.class).isEmpty()
                && find(thrown, TransactionException.class).isEmpty()
                && find(thrown, SQLException.class).isEmpty();
    }

    /** The rooms above the engine refuse with exceptions of their own. */
    private static boolean isRefusalOfRoom(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            var name = cause.getClass().getName();
            if (name.startsWith("org.qibu.") && !name.startsWith("org.qibu.engine.")) {
                return true;
            }
        }
        return find(thrown, ErrorResponseException.class).isPresent();
    }

    /** Why it cannot go on, for whoever mends the model. */
    static String inWords(Throwable thrown) {
        var sentence = find(thrown, FormUnreadable.class)
                .map(form -> "表单不能用：" + form.getMessage())
                .or(() -> find(thrown, FeelException.class).map(feel -> "判定表或条件不能计算：" + inner(feel)))
                .or(() -> find(thrown, DmnEngineException.class).map(table -> "判定表不能计算：" + inner(table)))
                .or(() -> find(thrown, ELException.class).map(expression -> "表达式不能计算：" + inner(expression)))
                .or(() -> find(thrown, NotFoundException.class).map(missing -> "缺少流程要用的文件：" + inner(missing)))
                .orElseGet(() -> "流程不能继续：" + inner(thrown));
        return cut(sentence);
    }

    /** Why a job cannot go on, by what the engine says. */
    static String ofJob(String message) {
        return cut("到时要做的事没有做成："
                + (message == null
                        ? "没有说明"
                        : EngineWords.inChinese(message.replaceAll("\\s+", " ").strip())));
    }

    /** Why a shared table cannot be calculated, and what happens meanwhile. */
    static String ofTable(Throwable thrown) {
        return cut("共用的判定表不能计算（" + inner(thrown).replaceAll("。$", "") + "），改好以前按原来的或通常的规则办理");
    }

    private static String cut(String sentence) {
        return sentence.length() > LONGEST ? sentence.substring(0, LONGEST) + "…" : sentence;
    }

    /** Our own sentences, where one stands inside; else what the innermost cause says. */
    private static String inner(Throwable thrown) {
        var last = thrown;
        while (last.getCause() != null && last.getCause() != last) {
            last = last.getCause();
        }
        var words = last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
        return EngineWords.inChinese(words.replaceAll("\\s+", " ").strip());
    }

    private static <F extends Throwable> Optional<F> find(Throwable thrown, Class<F> type) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
