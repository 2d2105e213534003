package org.qibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibu.availability.OutdatedDatabase;
import org.qibu.embedded.NoServerPacked;
import org.qibu.engine.ModelRefused;

/** A guess is not told as the reason: why a start failed has a sentence for each cause, and what nobody knows is left alone. */
class WrongSettingTest {

    private final WrongSetting settings = new WrongSetting();

    @Test
    void namesTheDatabaseSettingsWhenTheDatabaseCannotBeReached() {
        var analysis = settings.analyze(new IllegalStateException("bean x", new SQLException("Connection refused")));

        assertThat(analysis.getDescription()).isEqualTo("数据库连接不上：Connection refused");
        assertThat(analysis.getAction()).contains("SPRING_DATASOURCE_URL");
    }

    @Test
    void aChangeOfTheTablesThatFailsIsNamedAndNotTakenForAMissingDatabase() {
        var why = new SQLException("ERROR: column \"x\" does not exist", "42703");
        var analysis = settings.analyze(
                new IllegalStateException(new FlywayException("Script V122__ends.sql failed\n---\n", why)));

        assertThat(analysis.getDescription())
                .startsWith("升级数据库时失败：Script V122__ends.sql failed")
                .contains("column \"x\" does not exist")
                .doesNotContain("连接不上");
    }

    @Test
    void aDatabaseOfAnOlderProgramIsNamedWithWhatToStartFirst() {
        var analysis = settings.analyze(new IllegalStateException("bean x", new OutdatedDatabase(190)));

        assertThat(analysis.getDescription()).contains("第 190 版");
        assertThat(analysis.getAction()).startsWith("数据没有改动").contains("0.1.0");
    }

    @ParameterizedTest
    @CsvSource({"53100,磁盘已满", "25006,只能读", "42501,权限不够", "23505,没有接受", "08001,连接不上", "28P01,连接不上"})
    void eachFaultOfTheDatabaseHasASentenceOfItsOwn(String state, String words) {
        assertThat(settings.analyze(new IllegalStateException(new SQLException("said", state)))
                        .getDescription())
                .contains(words);
    }

    @Test
    void aJarWithoutAServerAsksForADatabase() {
        var analysis = settings.analyze(
                new IllegalStateException(new NoServerPacked("Linux amd64", new IllegalStateException())));

        assertThat(analysis.getDescription()).contains("没有设置数据库", "自带数据库");
        assertThat(analysis.getAction()).contains("SPRING_DATASOURCE_URL");
    }

    @Test
    void namesTheFileAndTheRuleWhenAModelIsRefused() {
        var analysis = settings.analyze(new IllegalStateException(new ModelRefused("部署被拒绝：a.bpmn：没有候选组。", List.of())));

        assertThat(analysis.getDescription()).contains("a.bpmn");
        assertThat(analysis.getAction()).contains("QIBU_MODELS");
    }

    @Test
    void namesTheDirectoryThatCannotBeWritten() {
        var analysis = settings.analyze(new UncheckedIOException(new AccessDeniedException("/data")));

        assertThat(analysis.getDescription()).contains("/data");
    }

    @Test
    void leavesEveryOtherFailureToOthers() {
        assertThat(settings.analyze(new IllegalStateException("x"))).isNull();
    }
}
