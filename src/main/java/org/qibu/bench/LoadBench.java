package org.qibu.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.qibu.bench.setup.BenchOptions;
import org.qibu.bench.setup.StaffClient;

/** How long others wait while many send slowly, or many hand in large pictures at once. */
final class LoadBench {

    private static final int LONGEST_WAIT_MILLIS = 2000;

    private final Path data;
    private final Size size;

    LoadBench(Path data, Size size) {
        this.data = data;
        this.size = size;
    }

    /**
     * How much is sent.
     *
     * @param senders connections that never come to an end, for each kind
     * @param pictures pictures handed in at once
     * @param megapixels size of each picture, in millions of points
     * @param seconds how long the slow senders go on, and the quiet time before
     */
    record Size(int senders, int pictures, int megapixels, int seconds) {

        static Size of(List<String> options) {
            return new Size(
                    BenchOptions.number(options, "senders", 500),
                    BenchOptions.number(options, "pictures", 60),
                    BenchOptions.number(options, "megapixels", 40),
                    BenchOptions.number(options, "seconds", 24));
        }
    }

    /**
     * One load and what others met meanwhile.
     *
     * @param refused what of the load itself was answered with 5xx
     * @param held whether others were answered as they must be: always, slow senders within two seconds, pictures at most twice
     *     as slow as in quiet
     */
    record Line(String load, Bystanders.Wait others, List<String> refused, boolean held) {}

    List<Line> run() throws Exception {
        try (var jar = new KilledJar(data)) {
            jar.start();
            var client = new StaffClient(jar.address());
            var others = new Bystanders(client);
            others.during(() -> TimeUnit.SECONDS.sleep(size.seconds()));
            var lines = new ArrayList<Line>();
            var quiet = others.during(() -> TimeUnit.SECONDS.sleep(size.seconds()));
            lines.add(new Line("安静 quiet", quiet, List.of(), quiet.failed().isEmpty()));
            for (var kind : DrippingSenders.Kind.values()) {
                var wait = others.during(
                        () -> new DrippingSenders(jar.address(), size.senders(), size.seconds()).send(kind));
                var held = wait.failed().isEmpty() && wait.longest() <= LONGEST_WAIT_MILLIS;
                lines.add(new Line(size.senders() + " " + kind.label(), wait, List.of(), held));
            }
            for (var type : List.of("png", "jpeg")) {
                lines.add(pictures(client, others, quiet, type));
            }
            return lines;
        }
    }

    private Line pictures(StaffClient client, Bystanders others, Bystanders.Wait quiet, String type) throws Exception {
        var matterNo = matter(client);
        var picture = picture(type);
        var refused = new ArrayList<String>();
        var wait = others.during(() -> refused.addAll(handIn(client, matterNo, picture, type)));
        var held = wait.failed().isEmpty() && refused.isEmpty() && wait.within(0.5) <= 2 * quiet.within(0.5);
        return new Line(size.pictures() + " " + type.toUpperCase(Locale.ROOT), wait, refused, held);
    }

    private static String matter(StaffClient client) throws IOException {
        var answer = client.post(
                "clerk",
                "/engine-rest/process-definition/key/deliberation/submit-form",
                StaffClient.form(Map.of(
                        "communityCode", "HZ-AS",
                        "channel", "WINDOW",
                        "title", "楼道灯不亮",
                        "description", "楼道的灯坏了一周，晚上老人上下楼不便。",
                        "location", "三号楼",
                        "proposerName", "沈巧云")));
        return answer.body().path("businessKey").asText();
    }

    private byte[] picture(String type) throws IOException {
        var width = 8000;
        var image = new BufferedImage(width, size.megapixels() * 1_000_000 / width, BufferedImage.TYPE_BYTE_GRAY);
        var written = new ByteArrayOutputStream();
        ImageIO.write(image, type, written);
        return written.toByteArray();
    }

    /** Hands all in at once and says which were refused. */
    private List<String> handIn(StaffClient client, String matterNo, byte[] picture, String type) throws Exception {
        var people = Executors.newFixedThreadPool(size.pictures());
        try {
            var calls = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < size.pictures(); i++) {
                var name = i + "." + type;
                calls.add(() -> client.upload("clerk", "/api/matters/" + matterNo + "/files", name, picture)
                        .status());
            }
            var refused = new ArrayList<String>();
            for (var call : people.invokeAll(calls)) {
                if (call.get() != 201) {
                    refused.add(String.valueOf(call.get()));
                }
            }
            return refused;
        } finally {
            people.shutdownNow();
        }
    }
}
