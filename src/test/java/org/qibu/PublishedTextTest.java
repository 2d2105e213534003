package org.qibu;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
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

    private static final DescribedPredicate<JavaField> IN_PUBLISHED_RECORDS = DescribedPredicate.describe(
            "in records that are published",
            field -> Pattern.matches(
                    "org\\.qibu\\.(matter\\.page\\.PublicView\\$.*|matter\\.page\\.MatterApi\\$Answer|matter\\.PollBoard\\$Poll"
                            + "|notices\\.(Posting|PublicBoard\\$.*|NoticeApi\\$Line)|decision\\.ResultSheets\\$.*"
                            + "|matter\\.MeetingInvite)",
                    field.getOwner().getName()));

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
                            || Pattern.matches(
                                    "org\\.qibu\\.(matter\\.page\\.(PublicView|MatterApi)|notices\\.(NoticeTexts|Notices|PublicBoard|NoticeApi"
                                            + "|ObjectionLetters|Rejections)|decision\\.(ResultSheets|PollsOnPages|Announcement|FailedVotes"
                                            + "|PrepareBallot)|agenda\\.(Invitations|FixAgenda)|feedback\\.Results|matter\\.Correspondence"
                                            + "|matter\\.course\\.Answers).*",
                                    type.getName())))
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
