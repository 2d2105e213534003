package org.qibu.bench.matters;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Map;
import org.qibu.bench.setup.StaffClient;

/** Matters of ours: whoever has to do the task asks for it and submits its form, which claims it as well. */
public final class OurMatters implements MeasuredMatters {

    private static final String CLOCK = "/api/demo/clock";

    private final StaffClient client;
    private volatile OffsetDateTime now;

    public OurMatters(StaffClient client) throws IOException {
        this.client = client;
        this.now = time(client.get("admin", CLOCK));
    }

    private static OffsetDateTime time(StaffClient.Answer answer) {
        return OffsetDateTime.parse(answer.orFail().path("now").asText());
    }

    @Override
    public String raise(int index) throws IOException {
        return client.post(
                        "clerk",
                        "/engine-rest/process-definition/key/deliberation/submit-form",
                        StaffClient.form(DeepCourse.issue(index)))
                .orFail()
                .path("businessKey")
                .asText();
    }

    @Override
    public int steps() {
        return DeepCourse.steps().size();
    }

    @Override
    public boolean waitsBefore(int step) {
        return DeepCourse.steps().get(step).afterWaiting();
    }

    @Override
    public boolean submit(String matterNo, int step) throws IOException {
        var open = open(matterNo, step);
        if (open.isEmpty()) {
            return false;
        }
        var form = DeepCourse.steps().get(step);
        client.post(
                        form.account(),
                        "/engine-rest/task/" + open + "/submit-form",
                        StaffClient.form(form.values().apply(now.toLocalDate())))
                .orFail();
        return true;
    }

    private String open(String matterNo, int step) throws IOException {
        var form = DeepCourse.steps().get(step);
        return client.get(
                        form.account(),
                        "/engine-rest/task?processInstanceBusinessKey=" + matterNo + "&taskDefinitionKey="
                                + form.task())
                .orFail()
                .path(0)
                .path("id")
                .asText();
    }

    @Override
    public void passDay() throws IOException {
        now = time(client.post("admin", CLOCK, Map.of("advance", "P1D")));
    }

    @Override
    public boolean isOpen(String matterNo, int step) throws IOException {
        return !open(matterNo, step).isEmpty();
    }
}
