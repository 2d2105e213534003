package org.qibu;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.qibu.mail.Letter;
import org.qibu.matter.Matter;
import org.qibu.matter.correspondence.Correspondence;
import org.qibu.privacy.MaskedText;

/** What is published is a masked text, not a plain one: the compiler asks for it, and these rules keep it asking. */
@AnalyzeClasses(packages = "org.qibu", importOptions = ImportOption.DoNotIncludeTests.class)
class PublishedTextTest {

    /** What a published record may say in plain: codes, numbers and words of our own. */
    private static final Set<String> CODES = Set.of(
            "matterNo",
            "communityCode",
            "kind",
            "step",
            "status",
            "track",
            "matterType",
            "urgency",
            "level",
            "outcome",
            "mergedInto",
            "pollId",
            "rule",
            "state",
            "rollSha256",
            "ballotsSha256",
            "result",
            "area");

    private static final Set<String> RAW = Set.of(
            "title",
            "description",
            "location",
            "buildingNo",
            "unitNo",
            "proposerName",
            "proposerPhone",
            "proposerEmail");

    /** Records, and types whose nested records are published; no two types bear one name. */
    private static final Set<String> PUBLISHED = Set.of(
            "PublicView$",
            "MatterApi$Answer",
            "PollBoard$Poll",
            "Posting",
            "PublicBoard$",
            "NoticeApi$Line",
            "ResultSheets$",
            "MeetingInvite");

    /** Types outside the portal that write for everybody. */
    private static final Set<String> PUBLIC_PLACES = Set.of(
            "PublicView",
            "MatterApi",
            "NoticeTexts",
            "Notices",
            "PublicBoard",
            "NoticeApi",
            "ObjectionLetters",
            "Rejections",
            "ResultSheets",
            "PollsOnPages",
            "Announcement",
            "FailedVotes",
            "PrepareBallot",
            "Invitations",
            "FixAgenda",
            "Results",
            "Correspondence",
            "Answers");

    private static final DescribedPredicate<JavaField> IN_PUBLISHED_RECORDS = DescribedPredicate.describe(
            "in records that are published",
            field -> PUBLISHED.stream()
                    .anyMatch(name -> name.endsWith("$")
                            ? nameOf(field.getOwner()).startsWith(name)
                            : nameOf(field.getOwner()).equals(name)));

    /** The name without the package, with the type it is nested in. */
    private static String nameOf(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1);
    }

    private static String outermost(String name) {
        return name.replaceAll("\\$.*", "");
    }

    @ArchTest
    static void theTypesNamedHereAreThere(JavaClasses all) {
        assertThat(all.stream().map(PublishedTextTest::nameOf).map(PublishedTextTest::outermost))
                .containsAll(PUBLIC_PLACES)
                .containsAll(
                        PUBLISHED.stream().map(PublishedTextTest::outermost).toList());
    }

    private static final DescribedPredicate<JavaField> NO_CODES = DescribedPredicate.describe(
            "no codes",
            field -> !CODES.contains(field.getName()) && !field.getName().equals("uid"));

    @ArchTest
    static final ArchRule aPublishedRecordHoldsNoPlainText = fields().that(IN_PUBLISHED_RECORDS)
            .and(NO_CODES)
            .should()
            .notHaveRawType(String.class)
            .andShould()
            .notHaveRawType(CharSequence.class);

    @ArchTest
    static final ArchRule onlyTheMaskerMakesMaskedTexts = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.qibu.privacy.Masker")
            .and()
            .areNotAssignableTo(MaskedText.class)
            .should()
            .callConstructorWhere(JavaConstructorCall.Predicates.target(DescribedPredicate.describe(
                    "of a masked text", target -> target.getOwner().isEquivalentTo(MaskedText.class))));

    @ArchTest
    static final ArchRule onlyItsCorrespondenceWritesMailsOfAMatterToPeopleOutside = noClasses()
            .that()
            .resideOutsideOfPackage("org.qibu.mail..")
            .and()
            .areNotAssignableTo(Correspondence.class)
            .should()
            .dependOnClassesThat(assignableTo(Letter.class));

    @ArchTest
    static final ArchRule publicPlacesDoNotReadWhatAMatterSaysRaw = noClasses()
            .that(DescribedPredicate.describe(
                    "are public places",
                    type -> type.getPackageName().startsWith("org.qibu.portal")
                            || PUBLIC_PLACES.contains(outermost(nameOf(type)))))
            .should()
            .accessTargetWhere(DescribedPredicate.describe(
                    "reads a raw text of a matter",
                    (JavaAccess<?> access) -> access.getTargetOwner().isEquivalentTo(Matter.class)
                            && RAW.contains(access.getTarget().getName())
                            && !isHowAMailBegins(access)));

    /** Addressing the recipient of a mail takes a name and an address. */
    private static boolean isHowAMailBegins(JavaAccess<?> access) {
        return access.getOriginOwner().isEquivalentTo(Correspondence.class)
                && Set.of("proposerName", "proposerEmail")
                        .contains(access.getTarget().getName());
    }

    @ArchTest
    static void noPublicPageReadsWhatAMatterSaysRaw(JavaClasses all) throws IOException {
        var raw = Pattern.compile("matter\\.(" + String.join("|", RAW) + "|receipt)\\b");
        try (var pages = Files.list(Path.of("src/main/resources/templates"))) {
            for (var page :
                    pages.filter(file -> file.toString().endsWith(".html")).toList()) {
                assertThat(raw.matcher(Files.readString(page))
                                .results()
                                .map(hit -> hit.group())
                                .toList())
                        .as("raw texts in %s", page.getFileName())
                        .isEqualTo(List.of());
            }
        }
    }
}
