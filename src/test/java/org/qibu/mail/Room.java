package org.qibu.mail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.qibu.limits.Limits;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The mail room put together by hand, around a clock that is moved and a server that misbehaves. */
final class Room {

    static final Recipient WANG = new Recipient("wang@qibu.example", "王女士", Locale.CHINESE);

    final TestClock clock = new TestClock();
    final MailSettings settings = new MailSettings("qibu@qibu.example", true, Duration.ofDays(3));
    final MailLinks links = new MailLinks("https://qibu.example", 8080);
    final MailTemplates templates = new MailTemplates();
    final MailWriter writer = new MailWriter(templates::shipped, templates, links, new CalendarFile(settings, clock));
    final JdbcClient db = JdbcClient.create(MailDatabase.empty());
    final Outbox outbox = new Outbox(db);
    final PhoneCalls calls = new PhoneCalls(db, clock);
    final MailRegister register = new MailRegister(db, settings, clock);
    final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    final Postman postman = new Postman(sender, new Envelope(settings, clock, store()));
    final RecipientLimit recipients = new RecipientLimit(new Limits(db, clock));
    final MailDispatcher dispatcher = node();
    final Mails mails = new Mails(writer, outbox, register, new MailLoop(dispatcher), settings, clock);

    final Colleagues colleagues = new Colleagues();
    final MailChoices choices = new MailChoices(db, clock);
    final Openings openings = new Openings(db, clock);
    final StaffPost post = new StaffPost(db, clock);
    final DigestLines lines = new DigestLines(db, clock);
    final StaffWords words = new StaffWords(templates);
    private final TaskLine line = new TaskLine(templates, links);
    final StaffLetters letters = new StaffLetters(colleagues, words, new LateLines(templates, words, line));
    final StaffMails staff = new StaffMails(new Readers(colleagues, choices), post, calls, lines, letters, mails);
    final NoWork work = new NoWork();
    final DailyMail daily =
            new DailyMail(colleagues, choices, lines, work, new Digest(templates, words, line), post, calls, mails, db);

    Room(int port) {
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        MailConfiguration.bound(sender);
    }

    MailDispatcher node() {
        return new MailDispatcher(outbox, calls, postman, recipients, settings, clock);
    }

    void timeout(Duration timeout) {
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", Long.toString(timeout.toMillis()));
    }

    SentMail only(String matterNo) {
        var mails = this.mails.of(matterNo);
        if (mails.size() != 1) {
            throw new AssertionError("Not one mail but " + mails);
        }
        return mails.get(0);
    }

    /** Files of this room hold their own reference. */
    private static ObjectProvider<AttachmentStore> store() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("store", (AttachmentStore) reference -> {
            if ("broken".equals(reference)) {
                throw new IllegalStateException("no such paper");
            }
            return reference.getBytes(StandardCharsets.UTF_8);
        });
        return beans.getBeanProvider(AttachmentStore.class);
    }

    static Letter receipt(String matterNo) {
        return receipt(matterNo, WANG);
    }

    static Letter receipt(String matterNo, Recipient to) {
        return Letter.of(
                "RECEIPT:" + matterNo + ":" + to.address(),
                MailKind.RECEIPT,
                matterNo,
                "HZ-AS",
                to,
                Map.of("title", "路灯不亮"));
    }
}
