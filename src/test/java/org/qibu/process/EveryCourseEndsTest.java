package org.qibu.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.TreeMap;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.qibu.mail.MailKind;
import org.qibu.mail.SentMail;

/** Whatever people choose, and however often they choose the worst, a matter ends, with an answer and nothing left over. */
class EveryCourseEndsTest extends ProcessTest {

    /** How long more courses than the fewest are walked; -Dcourses.seconds=600 walks them for a night. */
    private static final Duration PATIENCE = Duration.ofSeconds(Long.getLong("courses.seconds", 0));

    private static final int FEWEST = 12;
    private static final long KNOWN = 20_260_101;

    @Test
    void everyCourseOfAKnownSeedEnds() {
        walkFrom(KNOWN);
    }

    @Test
    void everyCourseOfANewSeedEnds() {
        walkFrom(System.nanoTime());
    }

    private void walkFrom(long seed) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        var outcomes = new TreeMap<String, Integer>();
        var longest = 0;
        for (long each = seed; each < seed + FEWEST || System.nanoTime() < until; each++) {
            try {
                var course = new Course(this, new Random(each));
                var story = course.walk();
                mustBeOverAndAnswered(story);
                longest = Math.max(longest, course.steps());
                outcomes.merge(story.matter().outcome().name(), 1, Integer::sum);
            } catch (AssertionError fault) {
                throw new AssertionError("the course of seed " + each + " " + fault.getMessage(), fault);
            }
        }
        System.out.println("courses from seed " + seed + ": " + outcomes + ", longest " + longest + " steps");
        assertThat(outcomes).as("outcomes from seed %s", seed).hasSizeGreaterThan(1);
    }

    private void mustBeOverAndAnswered(Story story) {
        var no = story.no();
        assertThat(
                        engine
                                .getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceBusinessKey(no)
                                .list()
                                .stream()
                                .map(this::whereItIs))
                .as("running instances of %s", no)
                .isEmpty();
        assertThat(story.tasks()).as("open tasks of %s", no).isEmpty();
        assertThat(engine.getRuntimeService().createIncidentQuery().count())
                .as("incidents")
                .isZero();
        assertThat(footless(no)).as("jobs of %s without an instance", no).isZero();
        assertThat(story.timeline()).as("timeline of %s", no).last().isEqualTo("ended");
        if (!story.matter().proposerEmail().isEmpty()) {
            mustBeAnswered(story);
        }
    }

    private String whereItIs(ProcessInstance instance) {
        return instance.getProcessDefinitionId() + engine.getRuntimeService().getActiveActivityIds(instance.getId());
    }

    private long footless(String no) {
        return engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(no)
                .list()
                .stream()
                .mapToLong(instance -> engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .count())
                .sum();
    }

    private static void mustBeAnswered(Story story) {
        assertThat(story.mailsTo(Forms.EMAIL))
                .as("last mail of %s", story.no())
                .last()
                .isEqualTo(MailKind.STATUS);
        switch (story.matter().outcome()) {
            case NOT_ADOPTED, NOT_ACCEPTED ->
                assertThat(story.mails()).extracting(SentMail::kind).contains(MailKind.REJECTION);
            case CLOSED -> {
                if (story.matter().completedAt() != null) {
                    assertThat(story.mails()).extracting(SentMail::kind).contains(MailKind.RESULT);
                }
            }
            default -> assertThat(story.mails()).isNotEmpty();
        }
    }
}
