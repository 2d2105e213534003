package org.qibu;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.qibu.DatabaseUrlCheck.UnsafeDatabaseUrl;
import org.qibu.availability.OutdatedDatabase;
import org.qibu.embedded.NoServerPacked;
import org.qibu.engine.ModelRefused;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a start that failed for a wrong setting into one sentence about the setting, instead of a stack trace. */
class WrongSetting extends AbstractFailureAnalyzer<Throwable> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, Throwable cause) {
        return find(failure, ModelRefused.class)
                .map(refused -> sentence(refused, refused.getMessage(), "请改正上面的文件，或检查 QIBU_MODELS 指向的目录。"))
                .or(() -> find(failure, UnsafeDatabaseUrl.class)
                        .map(unsafe -> sentence(unsafe, unsafe.getMessage(), "请改正 SPRING_DATASOURCE_URL。")))
                .or(() -> find(failure, NoServerPacked.class).map(WrongSetting::noServer))
                .or(() -> find(failure, OutdatedDatabase.class)
                        .map(outdated ->
                                sentence(outdated, outdated.getMessage(), "数据没有改动。请先用 0.1.0 的最后一个程序启动一次，再换成这个程序。")))
                .or(() -> find(failure, FlywayException.class).map(broken -> tables(broken, failure)))
                .or(() -> find(failure, SQLException.class).map(this::database))
                .or(() -> find(failure, UncheckedIOException.class)
                        .map(file -> sentence(
                                file, "无法读写文件：" + file.getMessage(), "请检查 QIBU_DATA 和 QIBU_MODELS 指向的目录及其权限。")))
                .orElse(null);
    }

    private static FailureAnalysis noServer(NoServerPacked none) {
        return sentence(
                none,
                "没有设置数据库，这个程序包里也没有适合本机的自带数据库。",
                "请设置 SPRING_DATASOURCE_URL、SPRING_DATASOURCE_USERNAME、SPRING_DATASOURCE_PASSWORD，或在本机重新打包。");
    }

    /** A change of the tables that failed says which and why; one that never began found no database. */
    private FailureAnalysis tables(FlywayException broken, Throwable failure) {
        var said = find(failure, SQLException.class);
        if (said.filter(WrongSetting::isNoConnection).isPresent()) {
            return database(said.get());
        }
        var what = broken.getMessage().lines().findFirst().orElse("");
        var why = said.map(SQLException::getMessage).orElse("");
        if (broken instanceof FlywayValidateException) {
            return sentence(
                    broken, "数据库的结构与这个程序对不上：" + broken.getMessage(), "这个数据库可能属于更新的版本，或被手工改过。请使用与它相配的程序，或从备份恢复。");
        }
        return sentence(
                broken,
                "升级数据库时失败：" + what + (why.isEmpty() ? "" : "（" + why + "）"),
                "数据没有改动。请把上面的文件名和原因告诉开发者；在此之前可以继续使用原来的版本。");
    }

    private static boolean isNoConnection(SQLException said) {
        var state = said.getSQLState() == null ? "" : said.getSQLState();
        return state.isEmpty()
                || state.startsWith("08")
                || state.startsWith("28")
                || state.startsWith("3D")
                || state.equals("57P03");
    }

    private FailureAnalysis database(SQLException refused) {
        if (!isNoConnection(refused)) {
            return statement(refused);
        }
        return sentence(
                refused,
                "数据库连接不上：" + refused.getMessage(),
                "请检查 SPRING_DATASOURCE_URL、SPRING_DATASOURCE_USERNAME、SPRING_DATASOURCE_PASSWORD；不设置时使用自带的数据库。");
    }

    private static FailureAnalysis statement(SQLException refused) {
        return switch (refused.getSQLState()) {
            case "53100" -> sentence(refused, "数据库的磁盘已满：" + refused.getMessage(), "请清理或扩大数据库所在的磁盘后再启动。");
            case "25006" -> sentence(refused, "数据库只能读、不能写：" + refused.getMessage(), "请连接到主库，或检查数据库是否处于只读状态。");
            case "42501" -> sentence(refused, "数据库账号的权限不够：" + refused.getMessage(), "请给这个账号在该数据库中建表和读写的权限。");
            default -> sentence(refused, "启动时数据库没有接受一项操作：" + refused.getMessage(), "数据库已经连接上，与连接设置无关；请把这句话告诉开发者。");
        };
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
