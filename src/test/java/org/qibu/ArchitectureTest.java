package org.qibu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.qibu.engine.ModelBean;
import org.qibu.mail.MailKind;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "org.qibu", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] STEPS = {
        "org.qibu.collection..",
        "org.qibu.agenda..",
        "org.qibu.consultation..",
        "org.qibu.decision..",
        "org.qibu.implementation..",
        "org.qibu.feedback..",
        "org.qibu.review.."
    };

    /** Fills in their forms as people do. */
    private static final String MEASURES_THEM = "org.qibu.bench..";

    private static final DescribedPredicate<JavaClass> SPEAK_TO_THE_ENGINE = DescribedPredicate.describe(
            "delegates, listeners and beans made for models",
            type -> type.isAssignableTo(JavaDelegate.class)
                    || type.isAssignableTo(ExecutionListener.class)
                    || type.isAssignableTo(TaskListener.class)
                    || type.isAnnotatedWith(ModelBean.class));

    @ArchTest
    static final ArchRule stepsAreClosedRooms = slices().matching(
                    "org.qibu.(collection|agenda|consultation|decision|implementation|feedback|review)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule nothingBelowKnowsTheSteps = noClasses()
            .that()
            .resideOutsideOfPackages(STEPS)
            .and()
            .resideOutsideOfPackages(MEASURES_THEM)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(STEPS);

    /** The measurement builds a plain deployment of the engine to compare with. */
    @ArchTest
    static final ArchRule onlyDelegatesListenersAndTheEngineRoomKnowCamunda = noClasses()
            .that(DescribedPredicate.not(SPEAK_TO_THE_ENGINE))
            .and()
            .resideOutsideOfPackages("org.qibu.engine..", "org.qibu.desk..", "org.qibu.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule onlyTheMailRoomKnowsSpringMail = noClasses()
            .that()
            .resideOutsideOfPackages("org.qibu.mail..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.mail..");

    /** Levels of the ladder are no order of mails: a new kind of mail changes none of them. */
    @ArchTest
    static final ArchRule deadlinesDoNotKnowKindsOfMail = noClasses()
            .that()
            .resideInAPackage("org.qibu.deadlines..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(MailKind.class);

    @ArchTest
    static final ArchRule onlyTheStartKnowsTheMeasurement = noClasses()
            .that()
            .resideOutsideOfPackages("org.qibu.bench..", "org.qibu")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.qibu.bench..");

    /** How words are read and compared is the same everywhere, so it lies below everything. */
    @ArchTest
    static final ArchRule theRoomOfWordsKnowsNoOther = noClasses()
            .that()
            .resideInAPackage("org.qibu.text..")
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("org.qibu..")
                    .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("org.qibu.text.."))));

    @ArchTest
    static final ArchRule delegatesAreNotPublic =
            classes().that().implement(JavaDelegate.class).should().notBePublic();

    @ArchTest
    static final ArchRule controllersDoNotTouchTheEngine = noClasses()
            .that()
            .areAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(RestController.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");
}
