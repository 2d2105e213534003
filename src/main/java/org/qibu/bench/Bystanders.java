package org.qibu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.qibu.bench.setup.StaffClient;

/** People who read pages and lists while something else goes on; how long each of them waits is the measure. */
final class Bystanders {

    private static final int PEOPLE = 4;
    private static final long BETWEEN_MILLIS = 250;
    private static final List<String> READ =
            List.of("/", "/matters", "/notices", "/issues/new", "/actuator/health/liveness");

    private final StaffClient client;

    Bystanders(StaffClient client) {
        this.client = client;
    }

    /**
     * What they met.
     *
     * @param millis how long each request took, shortest first
     * @param failed those that were not answered with 200
     */
    record Wait(List<Long> millis, List<String> failed) {

        /** The time within which this part of them, 0 to 1, was answered. */
        long within(double part) {
            return millis.get((int) Math.min(millis.size() - 1L, Math.round(millis.size() * part)));
        }

        long longest() {
            return millis.get(millis.size() - 1);
        }
    }

    /** Something that takes a while. */
    interface Load {

        void run() throws Exception;
    }

    /** Reads as long as the load lasts. */
    Wait during(Load load) throws Exception {
        var millis = new ConcurrentLinkedQueue<Long>();
        var failed = new ConcurrentLinkedQueue<String>();
        var over = new AtomicBoolean();
        var people = Executors.newFixedThreadPool(PEOPLE);
        try {
            for (int i = 0; i < PEOPLE; i++) {
                var first = i;
                people.submit(() -> read(first, over, millis, failed));
            }
            load.run();
        } finally {
            over.set(true);
            end(people);
        }
        return new Wait(millis.stream().sorted().toList(), new ArrayList<>(failed));
    }

    private void read(int first, AtomicBoolean over, Queue<Long> millis, Queue<String> failed) {
        for (int i = first; !over.get(); i++) {
            var isStaff = i % (READ.size() + 1) == READ.size();
            var path = isStaff ? "/engine-rest/task/count" : READ.get(i % (READ.size() + 1));
            var since = System.nanoTime();
            try {
                var answer = isStaff ? client.get("clerk", path) : client.getAsAnybody(path);
                if (answer.status() != 200) {
                    failed.add(path + " " + answer.status());
                }
            } catch (Exception e) {
                failed.add(path + " " + e);
            }
            millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since));
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(ExecutorService people) throws InterruptedException {
        people.shutdown();
        people.awaitTermination(2, TimeUnit.MINUTES);
        people.shutdownNow();
    }
}
