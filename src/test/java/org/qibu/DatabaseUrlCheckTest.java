package org.qibu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.DatabaseUrlCheck.UnsafeDatabaseUrl;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A hole of the driver that only a setting opens stays shut: the setting is refused. */
class DatabaseUrlCheckTest {

    private static final String ADDRESS = "jdbc:postgresql://db:5432/qibu";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?preferQueryMode=simple",
                "?user=a&PREFERQUERYMODE=Simple",
                "?ssl=true",
                "?ssl",
                "?ssl&user=a",
                "?user=a&ssl=1",
                "?ssl=verify-full"
            })
    void refusesWhatOpensAHoleOfTheDriver(String settings) {
        assertThat(DatabaseUrlCheck.objection(ADDRESS + settings)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?sslmode=verify-full",
                "?ssl=true&sslmode=verify-full",
                "?ssl=false",
                "?sslrootcert=/x&sslmode=require",
                "?preferQueryMode=extended"
            })
    void takesWhatIsSafe(String settings) {
        assertThat(DatabaseUrlCheck.objection(ADDRESS + settings)).isEmpty();
    }

    @Test
    void theProgramDoesNotStartWithSuchAnAddressAndSaysWhy() {
        new ApplicationContextRunner()
                .withUserConfiguration(DatabaseUrlCheck.class)
                .withPropertyValues("spring.datasource.url=" + ADDRESS + "?preferQueryMode=simple")
                .run(context -> {
                    assertThat(context.getStartupFailure()).isInstanceOf(UnsafeDatabaseUrl.class);
                    assertThat(new WrongSetting()
                                    .analyze(context.getStartupFailure())
                                    .getDescription())
                            .contains("preferQueryMode", "请去掉");
                });
    }
}
