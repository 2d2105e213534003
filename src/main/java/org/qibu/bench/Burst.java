package org.qibu.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.qibu.bench.setup.StaffClient;
import org.qibu.bench.setup.StaffClient.Answer;
import org.qibu.bench.setup.Verification;

/** Issues, completions and ballots sent as fast as they are taken, until the other side is gone. */
final class Burst {

    private static final String TELLER = "teller";
    private static final String CLERK = "clerk";
    /** Ballots are taken many times as fast as issues: how many of each kind there are at least. */
    private static final int SOME = 3;

    private final StaffClient client;
    private final int round;
    private final String pollId;
    private final List<String> holders;
    private final AtomicInteger number = new AtomicInteger();
    private final Queue<String> issued = new ConcurrentLinkedQueue<>();
    private final Writes issues = new Writes();
    private final Writes completions = new Writes();
    private final Writes ballots = new Writes();
    private volatile boolean isOver;

    /** What was sent, and what of it was acknowledged; each by a mark of its own. */
    record Writes(Queue<String> sent, Queue<String> acknowledged) {

        Writes() {
            this(new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>());
        }
    }

    Burst(StaffClient client, int round, String pollId, List<String> holders) {
        this.client = client;
        this.round = round;
        this.pollId = pollId;
        this.holders = holders;
    }

    Writes issues() {
        return issues;
    }

    Writes completions() {
        return completions;
    }

    Writes ballots() {
        return ballots;
    }

    /** Sends until nobody answers; kills when this many writes were acknowledged, some of each kind. */
    void run(int most, Runnable kill) throws InterruptedException {
        var people = Executors.newFixedThreadPool(6);
        var enough = new CountDownLatch(most);
        var someOfEach = List.of(new CountDownLatch(SOME), new CountDownLatch(SOME), new CountDownLatch(SOME));
        var senders = new ArrayList<Future<?>>();
        for (int i = 0; i < 2; i++) {
            senders.add(people.submit(() -> untilOver(this::issue, enough, someOfEach.get(0))));
            senders.add(people.submit(() -> untilOver(this::complete, enough, someOfEach.get(1))));
            senders.add(people.submit(() -> untilOver(this::ballot, enough, someOfEach.get(2))));
        }
        var reached = enough.await(2, TimeUnit.MINUTES);
        for (var some : someOfEach) {
            reached &= some.await(2, TimeUnit.MINUTES);
        }
        kill.run();
        isOver = true;
        people.shutdown();
        people.awaitTermination(2, TimeUnit.MINUTES);
        mustNotHaveBeenRefused(senders);
        if (!reached) {
            throw new IllegalStateException(
                    "too few writes were acknowledged: " + issues.acknowledged().size() + ", "
                            + completions.acknowledged().size() + ", "
                            + ballots.acknowledged().size());
        }
    }

    /** A burst in which one kind of write was refused would prove nothing about it. */
    private static void mustNotHaveBeenRefused(List<Future<?>> senders) throws InterruptedException {
        for (var sender : senders) {
            try {
                sender.get(1, TimeUnit.MINUTES);
            } catch (ExecutionException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Something that is sent once and says whether it was acknowledged. */
    private interface Write {

        boolean send() throws IOException;
    }

    /** Whoever has nothing to complete hears of no kill, so they are told. */
    private void untilOver(Write write, CountDownLatch enough, CountDownLatch some) {
        try {
            while (!isOver) {
                if (write.send()) {
                    enough.countDown();
                    some.countDown();
                }
            }
        } catch (IOException gone) {
            // that is what this is about
        }
    }

    private String mark() {
        return "停电" + round + "·" + number.incrementAndGet();
    }

    private boolean issue() throws IOException {
        var mark = mark();
        issues.sent().add(mark);
        var answer = client.post(
                CLERK,
                "/engine-rest/process-definition/key/deliberation/submit-form",
                StaffClient.form(Map.of(
                        "communityCode", "HZ-AS",
                        "channel", "WINDOW",
                        "title", "楼道灯不亮",
                        "description", "楼道的灯坏了一周，晚上老人上下楼不便。" + mark,
                        "location", "测试 " + mark,
                        "proposerName", "沈巧云")));
        if (answer.status() != 200) {
            return refused(answer);
        }
        issues.acknowledged().add(mark);
        issued.add(answer.body().path("businessKey").asText());
        return true;
    }

    private boolean complete() throws IOException {
        var matter = issued.poll();
        if (matter == null) {
            return pause();
        }
        var task = client.get(CLERK, "/engine-rest/task?processInstanceBusinessKey=" + matter)
                .body()
                .path(0)
                .path("id")
                .asText();
        var form = client.get(CLERK, "/engine-rest/task/" + task + "/form-variables?deserializeValues=false")
                .body();
        completions.sent().add(task);
        var answer = client.post(
                CLERK, "/engine-rest/task/" + task + "/submit-form", StaffClient.form(Verification.of(form)));
        if (answer.status() != 204) {
            return refused(answer);
        }
        completions.acknowledged().add(task);
        return true;
    }

    private boolean ballot() throws IOException {
        var mark = mark();
        ballots.sent().add(mark);
        var holder = holders.get(number.get() % holders.size());
        var answer = client.post(
                TELLER,
                "/api/polls/" + pollId + "/paper-ballots",
                Map.of("ballots", List.of(Map.of("rightHolderId", holder, "choice", "AGREE", "proxyDoc", mark))));
        if (answer.status() != 200) {
            return refused(answer);
        }
        ballots.acknowledged().add(mark);
        return true;
    }

    private static boolean refused(Answer answer) {
        if (answer.status() < 500 && answer.status() != 409) {
            throw new IllegalStateException("refused: " + answer);
        }
        return false;
    }

    private static boolean pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
