package org.qibu;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Optional;
import org.qibu.engine.ModelRefused;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says a wrong setting in a plain sentence instead of a stack trace, when it keeps the application from starting. */
class WrongSetting extends AbstractFailureAnalyzer<Throwable> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, Throwable cause) {
        return find(failure, ModelRefused.class)
                .map(refused -> sentence(refused, refused.getMessage(), "请改正上面的文件，或检查 QIBU_MODELS 指向的目录。"))
                .or(() -> find(failure, SQLException.class).map(this::database))
                .or(() -> find(failure, UncheckedIOException.class)
                        .map(file -> sentence(
                                file, "无法读写文件：" + file.getMessage(), "请检查 QIBU_DATA 和 QIBU_MODELS 指向的目录及其权限。")))
                .orElse(null);
    }

    private FailureAnalysis database(SQLException refused) {
        return sentence(
                refused,
                "数据库连接不上：" + refused.getMessage(),
                "请检查 SPRING_DATASOURCE_URL、SPRING_DATASOURCE_USERNAME、SPRING_DATASOURCE_PASSWORD；不设置时使用自带的数据库。");
    }

    private static FailureAnalysis sentence(Throwable cause, String what, String advice) {
        return new FailureAnalysis(what, advice, cause);
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
