package org.qibu.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.qibu.engine.FormRefused;

/** One matter left to chance: at every stop somebody takes one of the ways the engine offers. */
final class Course {

    private static final int MOST_STEPS = 600;
    private static final int TRIES = 40;
    private static final int OBJECTIONS_OF_A_NOTICE = 3;

    /** Who does what; the first of them who may. */
    private static final Map<String, List<String>> DOERS = Map.ofEntries(
            Map.entry("task_recheckRefusal", List.of("subdistrict")),
            Map.entry("task_expertOpinion", List.of("expert")),
            Map.entry("task_fixAgenda", List.of("secretary")),
            Map.entry("task_recordMeeting", List.of("facilitator")),
            Map.entry("task_mediate", List.of("mediator")),
            Map.entry("task_confirmOpinion", List.of("rep")),
            Map.entry("task_partyStudy", List.of("secretary")),
            Map.entry("task_enterBallots", List.of("teller", "teller2")),
            Map.entry("task_certifyCount", List.of("scrutineer", "scrutineer2")),
            Map.entry("task_confirmConsensus", List.of("secretary")),
            Map.entry("task_progress", List.of("property")),
            Map.entry("task_approveDelay", List.of("secretary", "subdistrict")),
            Map.entry("task_acceptWork", List.of("watcher", "subdistrict")),
            Map.entry("task_rectify", List.of("property")),
            Map.entry("task_draftFeedback", List.of("clerk", "secretary")),
            Map.entry("task_checkNotice", List.of("secretary")),
            Map.entry("task_returnVisit", List.of("watcher")),
            Map.entry("task_evaluate", List.of("supervisor")),
            Map.entry("task_completeFile", List.of("archivist")),
            Map.entry("task_inspectMatter", List.of("inspector")));

    private final ProcessTest test;
    private final Random random;
    private final Whims whims;
    private final Story story;
    private final List<String> track = new ArrayList<>();
    private int objections;

    Course(ProcessTest test, Random random) {
        this.test = test;
        this.random = random;
        this.whims = new Whims(test, random);
        this.story = test.raise(whims.issue());
    }

    /** One way on, and what it is called in the track. */
    private record Way(String name, Runnable go) {}

    /** Walks until the matter is over, and returns the story. */
    Story walk() {
        while (story.matter().outcome() == null) {
            var ways = ways();
            if (ways.isEmpty()) {
                throw new AssertionError("hangs: " + this);
            }
            if (track.size() >= MOST_STEPS) {
                throw new AssertionError("does not end: " + this);
            }
            var way = ways.get(random.nextInt(ways.size()));
            track.add(way.name());
            try {
                way.go().run();
            } catch (RuntimeException fault) {
                throw new AssertionError("breaks: " + this, fault);
            }
        }
        return story;
    }

    int steps() {
        return track.size();
    }

    private List<Way> ways() {
        var ways = new ArrayList<Way>();
        var instances = test.engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(story.no())
                .list();
        Consumer<Task> take = task -> ways.add(new Way(task.getTaskDefinitionKey(), () -> submit(task)));
        test.engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(story.no())
                .list()
                .forEach(task -> {
                    // staff are busier than clocks and residents
                    take.accept(task);
                    take.accept(task);
                });
        for (var instance : instances) {
            test.engine
                    .getManagementService()
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .list()
                    .forEach(job -> ways.add(timer(job)));
            test.engine
                    .getRuntimeService()
                    .createEventSubscriptionQuery()
                    .processInstanceId(instance.getId())
                    .list()
                    .forEach(event -> message(event, ways));
        }
        return ways;
    }

    private Way timer(Job job) {
        return new Way("timer", () -> {
            objections = 0;
            test.engine.getManagementService().executeJob(job.getId());
        });
    }

    private void message(EventSubscription event, List<Way> ways) {
        switch (event.getEventName()) {
            case "deliberation.withdrawn" -> {
                if (random.nextInt(150) == 0 && story.matter().step().number() <= 3) {
                    ways.add(new Way("withdraw", () -> story.send("deliberation.withdrawn")));
                }
            }
            case "notice.objectionRaised" -> {
                if (objections < OBJECTIONS_OF_A_NOTICE && whims.sour(Whims.Sore.OBJECTION)) {
                    ways.add(new Way("object", () -> {
                        objections++;
                        story.object();
                    }));
                }
            }
            default -> ways.add(new Way(event.getEventName(), () -> story.send(event.getEventName())));
        }
    }

    private void submit(Task task) {
        var account = DOERS.getOrDefault(task.getTaskDefinitionKey(), List.of("clerk")).stream()
                .filter(each -> test.openTasks.of(story.no(), each).stream()
                        .anyMatch(open -> open.id().equals(task.getId()) && open.workable()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody may work on " + task.getTaskDefinitionKey()));
        FormRefused last = null;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            var values = whims.fill(story.no(), task.getId(), task.getTaskDefinitionKey(), attempt > 0);
            try {
                test.as(account, () -> test.engine.getFormService().submitTaskForm(task.getId(), values));
                sometimesTakeBack(account);
                return;
            } catch (FormRefused refused) {
                last = refused;
            }
        }
        throw new AssertionError("no choice is left in " + task.getTaskDefinitionKey(), last);
    }

    /** Whoever pressed the wrong button takes it back, where nothing was built on it. */
    private void sometimesTakeBack(String account) {
        if (random.nextInt(8) == 0) {
            test.corrections.offer(story.no(), account).ifPresent(offer -> {
                track.add("take back " + offer.form());
                test.corrections.takeBack(story.no(), account, offer.taskId(), "点错了。");
            });
        }
    }

    @Override
    public String toString() {
        return story.no() + " sore about " + whims.sores() + ": " + track;
    }
}
