package org.qibu.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.util.StreamProvider;
import java.time.Duration;
import java.util.List;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailConfigurationTest {

    private final ApplicationContextRunner house = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
            .withUserConfiguration(MailConfiguration.class);

    @Test
    void takesTheNamedMailServerAndBoundsTheWaitingForIt() {
        house.withPropertyValues("spring.mail.host=mail.example", "spring.mail.properties.mail.smtp.timeout=3000")
                .run(context -> {
                    var sender = context.getBean(JavaMailSenderImpl.class);
                    assertThat(sender.getHost()).isEqualTo("mail.example");
                    assertThat(sender.getJavaMailProperties())
                            .containsEntry("mail.smtp.connectiontimeout", "10000")
                            .containsEntry("mail.smtp.timeout", "3000")
                            .containsEntry("mail.smtps.writetimeout", "10000");
                });
    }

    @Test
    void keepsNoLastWordsBackUntilTheServerHasAnswered() {
        house.withPropertyValues("spring.mail.host=mail.example").run(context -> {
            var sockets = context.getBean(JavaMailSenderImpl.class)
                    .getJavaMailProperties()
                    .get("mail.smtp.socketFactory");
            try (var socket = ((SocketFactory) sockets).createSocket()) {
                assertThat(socket.getTcpNoDelay()).isTrue();
            }
        });
    }

    @Test
    void namesTheStreamsOfMailsSoThatNoneIsLookedForInEveryLibrary() {
        house.withPropertyValues("spring.mail.host=mail.example")
                .run(context -> assertThat(System.getProperty("jakarta.mail.util.StreamProvider"))
                        .isEqualTo(StreamProvider.provider().getClass().getName()));
    }

    @Test
    void leavesTheChoiceOfSocketsToTheOperator() {
        for (var chosen : List.of(
                "spring.mail.properties.mail.smtp.socketFactory.class=example.Sockets",
                "spring.mail.properties.mail.smtp.socks.host=proxy.example",
                "spring.mail.properties.mail.smtp.ssl.enable=true")) {
            house.withPropertyValues("spring.mail.host=mail.example", chosen)
                    .run(context -> assertThat(
                                    context.getBean(JavaMailSenderImpl.class).getJavaMailProperties())
                            .doesNotContainKey("mail.smtp.socketFactory"));
        }
    }

    @Test
    void readsTheSenderFromTheSettings() {
        house.withPropertyValues(
                        "spring.mail.host=mail.example",
                        "qibu.mail.from=七步 <qibu@hz.example>",
                        "qibu.mail.sending=false")
                .run(context -> {
                    var settings = context.getBean(MailSettings.class);
                    assertThat(settings.host()).isEqualTo("hz.example");
                    assertThat(settings.sending()).isFalse();
                    assertThat(settings.expiry()).isEqualTo(Duration.ofDays(3));
                });
    }

    @Test
    void keepsADeadMailServerOutOfTheHealth() {
        house.withPropertyValues("spring.mail.host=mail.example")
                .run(context -> assertThat(context.getEnvironment().getProperty("management.health.mail.enabled"))
                        .isEqualTo("false"));
    }
}
