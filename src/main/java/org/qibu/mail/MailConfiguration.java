package org.qibu.mail;

import jakarta.mail.util.StreamProvider;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.qibu.embedded.ConditionalOnEmbeddedInbox;
import org.qibu.embedded.SmtpInbox;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Points the sender at the embedded inbox when no mail server was named, bounds how long any server may let us wait, and
 * lets none wait for us. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
@PropertySource("classpath:mail/mail-defaults.properties")
public class MailConfiguration {

    private static final String TEN_SECONDS = "10000";

    static {
        nameStreams();
    }

    @Bean
    @ConditionalOnEmbeddedInbox
    JavaMailSender inboxSender(SmtpInbox inbox) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(inbox.host());
        sender.setPort(inbox.port());
        return sender;
    }

    /** Jakarta Mail waits for ever unless it is told otherwise; what an operator set stays. */
    @Bean
    static BeanPostProcessor boundedMailTimeouts() {
        return new BeanPostProcessor() {

            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof JavaMailSenderImpl sender) {
                    bound(sender);
                }
                return bean;
            }
        };
    }

    /**
     * Names the streams that mails are written through. Without a name Jakarta Mail looks for them in every library of the
     * program, for each part of each mail anew; what an operator named stays.
     */
    static void nameStreams() {
        System.getProperties().putIfAbsent(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    public static void bound(JavaMailSenderImpl sender) {
        var settings = sender.getJavaMailProperties();
        for (var protocol : List.of("mail.smtp.", "mail.smtps.")) {
            for (var timeout : List.of("connectiontimeout", "timeout", "writetimeout")) {
                settings.putIfAbsent(protocol + timeout, TEN_SECONDS);
            }
        }
        if (settings.keySet().stream().noneMatch(MailConfiguration::choosesSockets)) {
            settings.put("mail.smtp.socketFactory", new PromptSockets());
        }
    }

    /** Whether an operator said which sockets or which proxy are to be used, or wants encrypted ones from the first byte. */
    private static boolean choosesSockets(Object setting) {
        return Stream.of("socketFactory", "ssl.enable", "socks", "proxy", "usesocketchannels")
                .anyMatch(name -> setting.toString().startsWith("mail.smtp." + name));
    }
}
