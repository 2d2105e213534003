package org.qibu.bench.matters;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.autoconfigure.session.SessionAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Camunda with Spring Boot as it comes: every setting as the starters have it, the engine's own schema, its REST interface
 * without a login. Switched off is only what lies on the class path for us and would not be there. No stereotype, so that
 * the product does not take it in.
 */
@EnableAutoConfiguration(
        exclude = {
            FlywayAutoConfiguration.class,
            SecurityAutoConfiguration.class,
            SecurityFilterAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class,
            ManagementWebSecurityAutoConfiguration.class,
            SessionAutoConfiguration.class,
            ThymeleafAutoConfiguration.class
        })
public class PlainApplication {

    public static final String READY = "The plain deployment is ready";

    /** Serves until it is ended from outside. */
    public static void serve(List<String> options) throws InterruptedException {
        var arguments = new ArrayList<>(options);
        // of our own settings and models nothing is read
        arguments.addAll(List.of("--spring.config.name=plain", "--camunda.bpm.auto-deployment-enabled=false"));
        var model = PlainMatterModel.create();
        var application = SpringApplication.run(PlainApplication.class, arguments.toArray(String[]::new));
        application
                .getBean(RepositoryService.class)
                .createDeployment()
                .addModelInstance("bench-matter.bpmn", model)
                .deploy();
        System.out.println(READY);
        Thread.currentThread().join();
    }

    /** What follows each task: a note of how far the matter is, and a mail to whoever raised it. */
    @Bean
    JavaDelegate stageDone(@Value("${bench.mail-port}") int port) {
        var session = Session.getInstance(mailServer(port));
        return execution -> {
            execution.setVariable("stage", execution.getCurrentActivityId());
            write(session, execution, "您提出的事项有了进展。");
        };
    }

    /** Not reached within the measurement: no timer falls due. */
    @Bean
    JavaDelegate stageLate() {
        return execution -> execution.setVariable("late", true);
    }

    private static Properties mailServer(int port) {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(port));
        return properties;
    }

    private static void write(Session session, DelegateExecution execution, String text) throws MessagingException {
        var mail = new MimeMessage(session);
        mail.setFrom(new InternetAddress("plain@qibu.example"));
        mail.setRecipient(
                Message.RecipientType.TO, new InternetAddress((String) execution.getVariable("proposerEmail")));
        mail.setSubject((String) execution.getVariable("title"), "UTF-8");
        mail.setText(text, "UTF-8");
        Transport.send(mail);
    }
}
