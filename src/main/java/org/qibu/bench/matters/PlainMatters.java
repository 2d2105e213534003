package org.qibu.bench.matters;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qibu.bench.setup.StaffClient;

/** Matters of the plain deployment: for each task its group's list is asked, the task claimed and its form submitted. */
public final class PlainMatters implements MeasuredMatters {

    private static final String ANYBODY = "clerk";

    private final StaffClient client;
    private final List<String> course = PlainMatterModel.course();

    public PlainMatters(StaffClient client) {
        this.client = client;
    }

    @Override
    public String raise(int index) throws IOException {
        var number = "PLAIN-" + System.nanoTime() + "-" + index;
        var form = new HashMap<>(StaffClient.form(DeepCourse.issue(index)));
        form.put("businessKey", number);
        client.post(ANYBODY, "/engine-rest/process-definition/key/" + PlainMatterModel.PROCESS + "/submit-form", form)
                .orFail();
        return number;
    }

    @Override
    public int steps() {
        return course.size();
    }

    @Override
    public boolean waitsBefore(int step) {
        return false;
    }

    @Override
    public boolean submit(String matterNo, int step) throws IOException {
        var open = open(matterNo, step);
        if (open.isEmpty()) {
            return false;
        }
        client.post(ANYBODY, "/engine-rest/task/" + open + "/claim", Map.of("userId", ANYBODY))
                .orFail();
        client.post(ANYBODY, "/engine-rest/task/" + open + "/submit-form", StaffClient.form(values(step)))
                .orFail();
        return true;
    }

    private Map<String, Object> values(int step) {
        return switch (course.get(step)) {
            case "deciding" -> Map.of("agreed", step == course.lastIndexOf("deciding"));
            case "implementing" -> Map.of("cost", 11_600);
            case "reporting" -> Map.of("resultSummary", "垃圾投放点已移到停车场北侧，装了洗手池和照明。");
            default -> Map.of();
        };
    }

    private String open(String matterNo, int step) throws IOException {
        return client.get(
                        ANYBODY,
                        "/engine-rest/task?processInstanceBusinessKey=" + matterNo + "&candidateGroup="
                                + PlainMatterModel.group(course.get(step)))
                .orFail()
                .path(0)
                .path("id")
                .asText();
    }

    @Override
    public void passDay() {
        throw new IllegalStateException("nothing waits here");
    }

    @Override
    public boolean isOpen(String matterNo, int step) throws IOException {
        return !open(matterNo, step).isEmpty();
    }
}
