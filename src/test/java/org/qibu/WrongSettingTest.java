package org.qibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qibu.engine.ModelRefused;

class WrongSettingTest {

    private final WrongSetting settings = new WrongSetting();

    @Test
    void namesTheDatabaseSettingsWhenTheDatabaseCannotBeReached() {
        var analysis = settings.analyze(new IllegalStateException("bean x", new SQLException("Connection refused")));

        assertThat(analysis.getDescription()).isEqualTo("数据库连接不上：Connection refused");
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
