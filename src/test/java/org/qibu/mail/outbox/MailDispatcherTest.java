package org.qibu.mail.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.qibu.mail.FakeSmtp;
import org.qibu.mail.MailKind;
import org.qibu.mail.MailSettings;
import org.qibu.mail.Recipient;
import org.qibu.mail.Scope;
import org.qibu.mail.TestClock;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

@Timeout(60)
class MailDispatcherTest {

    private static final String NO = "HZ-AS-2026-0001";

    private FakeSmtp server = new FakeSmtp(0);
    private final Room room = new Room(server.port());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void sendsWhatIsDueAndSaysSo() {
        room.mails.send(Room.receipt(NO));

        room.dispatcher.drain();

        var mail = room.only(NO);
        assertThat(mail.state()).isEqualTo("SENT");
        assertThat(mail.sentAt()).isEqualTo(TestClock.MONDAY_MORNING);
        assertThat(mail.attempts()).isEqualTo(1);
        assertThat(server.taken).singleElement().satisfies(taken -> {
            assertThat(taken.to()).isEqualTo("wang@qibu.example");
            assertThat(taken.header("Message-ID")).isEqualTo("<" + mail.id() + ".receipt@qibu.example>");
            assertThat(taken.header("X-Qibu-Mail")).isEqualTo("RECEIPT");
            assertThat(taken.header("X-Qibu-Matter")).isEqualTo(NO);
            assertThat(taken.header("Auto-Submitted")).isEqualTo("auto-generated");
            assertThat(taken.header("Content-Type")).startsWith("multipart/alternative");
            assertThat(taken.message()).contains("text/plain; charset=UTF-8").contains("text/html; charset=UTF-8");
        });
    }

    @Test
    void aDamagedMailStopsNoOther() {
        for (var no : List.of("HZ-AS-2026-0007", "HZ-AS-2026-0008", NO)) {
            room.mails.send(Room.receipt(no));
        }
        room.db
                .sql("update outbox_mail set kind = 'OF_A_NEWER_NODE' where matter_no = 'HZ-AS-2026-0007'")
                .update();
        room.db
                .sql("update outbox_mail set attachments = '{}' where matter_no = 'HZ-AS-2026-0008'")
                .update();

        room.dispatcher.drain();

        assertThat(room.only(NO).state()).isEqualTo("SENT");
        assertThat(room.only("HZ-AS-2026-0007").state()).isEqualTo("PENDING");
        assertThat(room.only("HZ-AS-2026-0007").kind()).isEqualTo(MailKind.UNKNOWN);
        assertThat(room.only("HZ-AS-2026-0008").state()).isNotEqualTo("SENT");
        assertThat(server.taken).hasSize(1);
    }

    @Test
    void manyMailsGoOverFewConnectionsAndKeepTheirWordsOnce() {
        IntStream.range(0, 25).forEach(i -> room.mails.send(Room.receipt("HZ-AS-2026-7" + i)));

        room.dispatcher.drain();

        assertThat(server.taken).hasSize(25);
        assertThat(server.connections).hasValueLessThanOrEqualTo(3);
        assertThat(room.db
                        .sql("select count(*) from outbox_mail where state = 'SENT' and text <> '' and html = ''")
                        .query(Integer.class)
                        .single())
                .isEqualTo(25);
    }

    @Test
    void aNodeThatIsStoppedNotesWhatItSentAndLeavesTheRest() {
        room.mails.send(Room.receipt(NO));
        room.mails.send(Room.receipt("HZ-AS-2026-0002"));
        var sending = Thread.currentThread();
        server.whenTaken = sending::interrupt;

        room.dispatcher.drain();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(room.only(NO).state()).isEqualTo("SENT");
        assertThat(room.only("HZ-AS-2026-0002")).satisfies(mail -> {
            assertThat(mail.state()).isEqualTo("PENDING");
            assertThat(mail.attempts()).isZero();
        });
        server.whenTaken = () -> {};
        room.dispatcher.drain();
        assertThat(server.taken).hasSize(2);
    }

    @Test
    void whatIsWrittenWhileAMailGoesIsFoundWhenThatOneIsNoted() {
        room.mails.send(Room.receipt(NO));
        server.whenTaken = () -> {
            server.whenTaken = () -> {};
            room.mails.send(Room.receipt("HZ-AS-2026-0002"));
        };

        room.dispatcher.drain();

        assertThat(server.taken).hasSize(2);
        assertThat(states()).containsExactly("SENT", "SENT");
        assertThat(room.dispatcher.sentSoFar()).isEqualTo(2);
    }

    @Test
    void aMailThatWentIsNotLentAgainBecauseItsLeaseRanOutMeanwhile() {
        room.mails.send(Room.receipt(NO));
        var lent =
                room.outbox.claim(room.clock.instant(), "slow node", 20).lent().get(0);
        room.db.sql("update outbox_mail set claimed_until = clock_timestamp()").update();

        var next = room.outbox.claim(room.clock.instant(), "slow node", 20, Map.of(lent.id(), room.clock.instant()));

        assertThat(next.lent()).isEmpty();
        assertThat(room.only(NO).state()).isEqualTo("SENT");
        assertThat(room.only(NO).attempts()).isEqualTo(1);
    }

    @Test
    void sendsALetterWithTheSameKeyAndAddressOnce() {
        room.mails.send(Room.receipt(NO));
        room.mails.send(Room.receipt(NO));

        room.dispatcher.drain();

        assertThat(server.taken).hasSize(1);
        assertThat(room.mails.of(NO)).hasSize(1);
    }

    @Test
    void sendsEachMailOnceWhenManyNodesWorkOnIt() {
        var letters = 60;
        IntStream.range(0, letters).forEach(i -> room.mails.send(Room.receipt("HZ-AS-2026-1" + i)));

        var nodes = Stream.of(room.node(), room.node(), room.node())
                .map(node -> CompletableFuture.runAsync(node::drain))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(nodes).join();

        assertThat(server.taken).hasSize(letters);
        assertThat(server.taken.stream()
                        .map(taken -> taken.header("Message-ID"))
                        .distinct())
                .hasSize(letters);
    }

    @Test
    void keepsMailsWhileTheServerIsDownAndSendsThemWhenItIsBack() {
        var port = server.port();
        server.close();
        room.mails.send(Room.receipt(NO));
        room.mails.send(Room.receipt("HZ-AS-2026-0002"));

        room.dispatcher.drain();

        assertThat(room.only(NO)).satisfies(mail -> {
            assertThat(mail.state()).isEqualTo("PENDING");
            assertThat(mail.attempts()).isEqualTo(1);
            assertThat(mail.lastError()).isNotBlank();
        });
        assertThat(room.only("HZ-AS-2026-0002").attempts())
                .as("is not tried against a dead server")
                .isZero();

        server = new FakeSmtp(port);
        room.clock.advance(Duration.ofSeconds(31));
        room.dispatcher.turn();

        assertThat(server.taken).hasSize(2);
        assertThat(room.only(NO).state()).isEqualTo("SENT");
    }

    @Test
    void asksADeadServerOnlyEveryHalfMinute() {
        server.close();
        room.mails.send(Room.receipt(NO));
        room.mails.send(Room.receipt("HZ-AS-2026-0002"));

        room.dispatcher.turn();
        room.dispatcher.turn();
        assertThat(room.only("HZ-AS-2026-0002").attempts()).isZero();

        room.clock.advance(Duration.ofSeconds(30));
        room.dispatcher.turn();
        assertThat(room.only("HZ-AS-2026-0002").attempts()).isEqualTo(1);
    }

    @Test
    void repeatsTheSameMessageIdWhenTheLineIsCutAfterTheMessage() {
        server.mood = FakeSmtp.Mood.CUTS_AFTER_DATA;
        room.mails.send(Room.receipt(NO));
        room.dispatcher.drain();
        assertThat(room.only(NO).state()).isEqualTo("PENDING");

        server.mood = FakeSmtp.Mood.KIND;
        room.clock.advance(Duration.ofSeconds(30));
        room.dispatcher.drain();

        assertThat(room.only(NO).state()).isEqualTo("SENT");
        assertThat(server.taken).hasSize(2);
        assertThat(server.taken.stream()
                        .map(taken -> taken.header("Message-ID"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    @Timeout(5)
    void isNotHeldUpByAServerThatHangs() {
        room.timeout(Duration.ofMillis(300));
        server.mood = FakeSmtp.Mood.HANGS;
        room.mails.send(Room.receipt(NO));

        room.dispatcher.drain();

        assertThat(room.only(NO).lastError()).contains("SocketTimeoutException");
    }

    @Test
    void waitsTenSecondsAtMostForAnyAnswer() {
        assertThat(room.sender.getJavaMailProperties())
                .containsEntry("mail.smtp.connectiontimeout", "10000")
                .containsEntry("mail.smtp.timeout", "10000")
                .containsEntry("mail.smtp.writetimeout", "10000");
    }

    @Test
    void givesUpOnARefusedAddressAndStillServesTheOthers() {
        var gone = new Recipient("gone@qibu.example", "", Locale.CHINESE);
        server.refused = gone.address();
        room.mails.send(Room.receipt(NO, gone));
        room.mails.send(Room.receipt("HZ-AS-2026-0002"));

        room.dispatcher.drain();
        room.clock.advance(Duration.ofDays(1));
        room.dispatcher.drain();

        assertThat(room.only(NO).state()).isEqualTo("BOUNCED");
        assertThat(room.only(NO).lastError()).contains("550 no such user");
        assertThat(room.only(NO).attempts()).isEqualTo(1);
        assertThat(room.only("HZ-AS-2026-0002").state()).isEqualTo("SENT");
    }

    @Test
    void waitsLongerAfterEachTemporaryRefusal() {
        server.busyFor = Room.WANG.address();
        room.mails.send(Room.receipt(NO));

        room.dispatcher.drain();

        var attempts = 1;
        for (var rest : List.of("PT30S", "PT2M", "PT10M", "PT1H", "PT1H")) {
            room.clock.advance(Duration.parse(rest).minusMillis(1));
            room.dispatcher.drain();
            assertThat(room.only(NO).attempts()).as("too early").isEqualTo(attempts);
            room.clock.advance(Duration.ofMillis(1));
            room.dispatcher.drain();
            assertThat(room.only(NO).attempts()).as("after " + rest).isEqualTo(++attempts);
        }
    }

    @Test
    void givesUpAfterThreeDaysAndSendsAgainOnlyWhenAsked() {
        server.busyFor = Room.WANG.address();
        room.mails.send(Room.receipt(NO));
        room.dispatcher.drain();
        server.busyFor = "";

        room.clock.advance(Duration.ofDays(3));
        room.dispatcher.drain();
        var expired = room.only(NO);
        assertThat(expired.state()).isEqualTo("EXPIRED");
        assertThat(server.taken).isEmpty();

        assertThat(room.register.resend(expired.id(), new Scope(Set.of("HZ-FY"), Set.of())))
                .as("from another community")
                .isFalse();
        assertThat(room.register.resend(expired.id(), new Scope(Set.of("HZ-AS"), Set.of())))
                .isTrue();
        room.dispatcher.drain();
        assertThat(room.only(NO).state()).isEqualTo("SENT");
    }

    @Test
    void takesOverAMailWhoseNodeDiedWhenItsLeaseIsOver() {
        room.mails.send(Room.receipt(NO));
        assertThat(room.outbox.claim(room.clock.instant(), "dead node", 20).lent())
                .hasSize(1);

        room.dispatcher.drain();
        assertThat(server.taken).as("is still lent").isEmpty();

        room.db.sql("update outbox_mail set claimed_until = clock_timestamp()").update();
        room.dispatcher.drain();
        assertThat(server.taken).hasSize(1);
        assertThat(room.only(NO).attempts()).isEqualTo(2);
    }

    @Test
    void sendsNothingWhereSendingIsSwitchedOff() {
        var still = new MailDispatcher(
                room.outbox,
                room.calls,
                room.smtpDelivery,
                room.recipients,
                new MailSettings("qibu@qibu.example", false, Duration.ofDays(3)),
                room.clock);
        room.mails.send(Room.receipt(NO));

        assertThatCode(still::drain).doesNotThrowAnyException();

        assertThat(room.only(NO).state()).isEqualTo("PENDING");
    }

    private void asStranger(Runnable work) {
        SecurityContextHolder.getContext()
                .setAuthentication(new AnonymousAuthenticationToken(
                        "key", "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
        try {
            work.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private List<String> states() {
        return room.db
                .sql("select state from outbox_mail order by id")
                .query(String.class)
                .list();
    }

    @Test
    void ofThirtyMailsStrangersCauseToOneAddressThreeGoAndTheRestIsKeptInSight() {
        asStranger(() -> IntStream.range(0, 30).forEach(i -> room.mails.send(Room.receipt("HZ-AS-2026-2" + i))));
        room.dispatcher.drain();

        assertThat(server.taken).hasSize(3);
        assertThat(states()).filteredOn("SENT"::equals).hasSize(3);
        assertThat(states()).filteredOn("WITHHELD"::equals).hasSize(27);
        assertThat(room.db
                        .sql("select distinct last_error from outbox_mail where state = 'WITHHELD'")
                        .query(String.class)
                        .single())
                .isEqualTo(RecipientLimit.REASON);
    }

    @Test
    void whateverIsAddedToAnAddressItIsOneMailbox() {
        assertThat(RecipientLimit.mailboxOf("Wang+1@qibu.example"))
                .isEqualTo(RecipientLimit.mailboxOf("wang+2+3@QIBU.example"))
                .isEqualTo("wang@qibu.example");
        assertThat(RecipientLimit.mailboxOf("+1@qibu.example")).isEqualTo("+1@qibu.example");
    }

    @Test
    void manyNodesTogetherSendNoMoreOfThem() {
        asStranger(() -> IntStream.range(0, 60).forEach(i -> room.mails.send(Room.receipt("HZ-AS-2026-3" + i))));
        var nodes = Stream.of(room.node(), room.node(), room.node())
                .map(node -> CompletableFuture.runAsync(node::drain))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(nodes).join();

        assertThat(server.taken).hasSize(3);
    }

    @Test
    void neitherMailsOfStaffNorThoseToOthersAreWithheldForIt() {
        asStranger(() -> IntStream.range(0, 30).forEach(i -> room.mails.send(Room.receipt("HZ-AS-2026-4" + i))));
        room.mails.send(Room.receipt("HZ-AS-2026-5000"));
        var other = new Recipient("li@qibu.example", "李先生", Locale.CHINESE);
        asStranger(() -> room.mails.send(Room.receipt("HZ-AS-2026-5001", other)));
        room.dispatcher.drain();

        assertThat(room.only("HZ-AS-2026-5000").state()).isEqualTo("SENT");
        assertThat(room.only("HZ-AS-2026-5001").state()).isEqualTo("SENT");
    }

    @Test
    void inADayTenGoAndWhatStaffCheckedGoesAllTheSame() {
        for (int i = 0; i < 40; i++) {
            var matter = "HZ-AS-2026-6" + i;
            asStranger(() -> room.mails.send(Room.receipt(matter)));
            room.dispatcher.drain();
            room.clock.advance(Duration.ofMinutes(30));
        }
        assertThat(server.taken).hasSize(10);

        var withheld = room.only("HZ-AS-2026-639");
        assertThat(withheld.state()).isEqualTo("WITHHELD");
        assertThat(room.register.resend(withheld.id(), new Scope(Set.of("HZ-AS"), Set.of())))
                .isTrue();
        room.dispatcher.drain();
        assertThat(room.only("HZ-AS-2026-639").state()).isEqualTo("SENT");
    }
}
