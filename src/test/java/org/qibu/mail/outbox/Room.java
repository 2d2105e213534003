package org.qibu.mail.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.qibu.limits.Limits;
import org.qibu.mail.AttachmentStore;
import org.qibu.mail.Colleagues;
import org.qibu.mail.Letter;
import org.qibu.mail.MailConfiguration;
import org.qibu.mail.MailDatabase;
import org.qibu.mail.MailKind;
import org.qibu.mail.MailLinks;
import org.qibu.mail.MailSettings;
import org.qibu.mail.NoWork;
import org.qibu.mail.Recipient;
import org.qibu.mail.SentMail;
import org.qibu.mail.TestClock;
import org.qibu.mail.staff.DailyMail;
import org.qibu.mail.staff.Digest;
import org.qibu.mail.staff.DigestLines;
import org.qibu.mail.staff.LateLines;
import org.qibu.mail.staff.MailChoices;
import org.qibu.mail.staff.MailLinkClicks;
import org.qibu.mail.staff.RecipientResolver;
import org.qibu.mail.staff.StaffLetters;
import org.qibu.mail.staff.StaffMailSender;
import org.qibu.mail.staff.StaffMails;
import org.qibu.mail.staff.StaffWords;
import org.qibu.mail.staff.TaskLine;
import org.qibu.mail.texts.CalendarFile;
import org.qibu.mail.texts.MailTemplates;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The mail room put together by hand, around a clock that is moved and a server that misbehaves. */
public final class Room {

    public static final Recipient WANG = new Recipient("wang@qibu.example", "王女士", Locale.CHINESE);

    public final TestClock clock = new TestClock();
    public final MailSettings settings = new MailSettings("qibu@qibu.example", true, Duration.ofDays(3));
    public final MailLinks links = new MailLinks("https://qibu.example", 8080);
    public final MailTemplates templates = new MailTemplates();
    final MailWriter writer = new MailWriter(templates::shipped, templates, links, new CalendarFile(settings, clock));
    public final JdbcClient db = JdbcClient.create(MailDatabase.empty());
    final Outbox outbox = new Outbox(db);
    public final PhoneCalls calls = new PhoneCalls(db, clock);
    public final MailRegister register = new MailRegister(db, settings, clock);
    final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    final SmtpDelivery smtpDelivery = new SmtpDelivery(sender, new Envelope(settings, clock, store()));
    final RecipientLimit recipients = new RecipientLimit(new Limits(db, clock));
    public final MailDispatcher dispatcher = node();
    public final Mails mails = new Mails(writer, outbox, register, new MailLoop(dispatcher), settings, clock);

    public final Colleagues colleagues = new Colleagues();
    public final MailChoices choices = new MailChoices(db, clock);
    public final MailLinkClicks mailLinkClicks = new MailLinkClicks(db, clock);
    public final RecipientResolver recipientResolver = new RecipientResolver(colleagues, choices);
    public final StaffMailSender staffSender = new StaffMailSender(calls, mails);
    final DigestLines lines = new DigestLines(db, clock);
    public final StaffWords words = new StaffWords(templates);
    private final TaskLine line = new TaskLine(templates, links);
    final StaffLetters letters = new StaffLetters(colleagues, words, new LateLines(templates, words, line));
    public final StaffMails staff = new StaffMails(recipientResolver, lines, letters, staffSender);
    public final NoWork work = new NoWork();
    public final DailyMail daily = new DailyMail(
            colleagues, recipientResolver, lines, work, new Digest(templates, words, line), staffSender, db);

    public Room(int port) {
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        MailConfiguration.bound(sender);
    }

    MailDispatcher node() {
        return new MailDispatcher(outbox, calls, smtpDelivery, recipients, settings, clock);
    }

    public void timeout(Duration timeout) {
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", Long.toString(timeout.toMillis()));
    }

    public SentMail only(String matterNo) {
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

    public static Letter receipt(String matterNo) {
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
