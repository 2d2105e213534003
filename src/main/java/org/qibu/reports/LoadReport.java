package org.qibu.reports;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibu.matter.Step;
import org.qibu.matter.Track;
import org.qibu.reports.FormLoads.FormLoad;

/** The load of a period: in all, and by kind of matter, step, person and matter. */
record LoadReport(
        Sum total,
        int matterCount,
        List<TrackLine> tracks,
        List<StepLine> steps,
        List<StaffLine> staff,
        List<MatterLine> matters) {

    /** The matters of a track, with how many of them cost more forms than they may. */
    record TrackLine(Track track, int matters, Sum sum, int over) {

        /** How many forms each of them may cost. */
        public int limit() {
            return FormLimit.of(track);
        }
    }

    /** The forms sent while matters were in a step. */
    record StepLine(Step step, int matters, Sum sum) {}

    /** The forms a person sent. */
    record StaffLine(String account, int matters, Sum sum) {}

    /**
     * One matter.
     *
     * @param track null while nobody verified it, or where its row is damaged
     * @param counted forms of its whole course that count towards the limit
     */
    record MatterLine(
            String matterNo, String title, @Nullable Track track, Sum sum, int counted) {

        /** How many forms it may cost; 0 where no track is known. */
        public int limit() {
            return track == null ? 0 : FormLimit.of(track);
        }

        public boolean isOver() {
            return track != null && counted > limit();
        }
    }

    /**
     * @param sent the forms of the period
     * @param whole all forms of the matters these belong to
     */
    static LoadReport of(List<FormLoad> sent, List<FormLoad> whole) {
        var courses = by(whole, FormLoad::matterNo);
        var matters = by(sent, FormLoad::matterNo).entrySet().stream()
                .map(entry -> matter(entry.getValue(), courses.getOrDefault(entry.getKey(), List.of())))
                .sorted(Comparator.comparingInt((MatterLine line) -> line.sum().typed())
                        .reversed()
                        .thenComparing(MatterLine::matterNo))
                .toList();
        return new LoadReport(Sum.of(sent), matters.size(), tracks(sent, matters), steps(sent), staff(sent), matters);
    }

    private static MatterLine matter(List<FormLoad> sent, List<FormLoad> course) {
        var any = sent.get(0);
        var track = any.track() == null ? null : any.track().known().orElse(null);
        return new MatterLine(any.matterNo(), any.title(), track, Sum.of(sent), FormLimit.counted(course));
    }

    private static List<TrackLine> tracks(List<FormLoad> sent, List<MatterLine> matters) {
        return Stream.of(Track.values())
                .map(track -> {
                    var own = matters.stream()
                            .filter(line -> line.track() == track)
                            .toList();
                    var forms = sent.stream()
                            .filter(form -> form.track() != null && form.track().is(track))
                            .toList();
                    return new TrackLine(track, own.size(), Sum.of(forms), (int)
                            own.stream().filter(MatterLine::isOver).count());
                })
                .toList();
    }

    private static List<StepLine> steps(List<FormLoad> sent) {
        var steps = by(sent, FormLoad::step);
        return Step.seven().stream()
                .filter(step -> steps.containsKey(step.name()))
                .map(step -> {
                    var forms = steps.getOrDefault(step.name(), List.of());
                    return new StepLine(step, matters(forms), Sum.of(forms));
                })
                .toList();
    }

    private static List<StaffLine> staff(List<FormLoad> sent) {
        return by(sent, FormLoad::account).entrySet().stream()
                .map(entry -> new StaffLine(entry.getKey(), matters(entry.getValue()), Sum.of(entry.getValue())))
                .sorted(Comparator.comparingInt((StaffLine line) -> line.sum().typed())
                        .reversed()
                        .thenComparing(StaffLine::account))
                .toList();
    }

    private static int matters(List<FormLoad> forms) {
        return (int) forms.stream().map(FormLoad::matterNo).distinct().count();
    }

    private static Map<String, List<FormLoad>> by(List<FormLoad> forms, Function<FormLoad, String> key) {
        return forms.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }
}
