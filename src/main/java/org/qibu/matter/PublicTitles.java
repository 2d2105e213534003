package org.qibu.matter;

import java.util.List;
import java.util.stream.Collectors;
import org.qibu.engine.FormRefused;
import org.qibu.matter.contract.VerifyIssueFields;
import org.qibu.privacy.Finding;
import org.qibu.privacy.MaskedText;
import org.qibu.text.Markdown;
import org.springframework.stereotype.Service;

/** The title under which everybody reads of a matter: suggested, checked and confirmed by staff, never taken as raised. */
@Service
public class PublicTitles {

    /** The field of a form, and of the API, that holds it. */
    public static final String FIELD = VerifyIssueFields.PUBLIC_TITLE;

    /** The field that says that whoever confirms the title saw what looks personal in it. */
    public static final String SEEN = VerifyIssueFields.PUBLIC_TITLE_SEEN;

    /** Signs a public title may have. */
    public static final int LONGEST = 100;

    private final Matters matters;
    private final MatterMasking masking;

    PublicTitles(Matters matters, MatterMasking masking) {
        this.matters = matters;
        this.masking = masking;
    }

    /** What everybody reads now. */
    public MaskedText shown(Matter matter) {
        return masking.title(matter);
    }

    /** The raised title without what is personal or may be, for staff to confirm or change. */
    public String suggest(Matter matter) {
        var title = masking.of(matter).suggest(matter.title()).toString();
        return title.codePointCount(0, title.length()) <= LONGEST
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST));
    }

    /** Which words of the raised title look like names that no list knows, as Markdown; empty where none does. */
    public String warning(Matter matter) {
        var found = doubts(matter, matter.title()).stream()
                .map(words -> "“" + Markdown.plain(words) + "”")
                .collect(Collectors.joining("、"));
        return found.isEmpty() ? "" : "**标题里这些词像是姓名或号码，名册上查不到：" + found + "。“公开标题”会给所有人看，请改成不提到人的说法。**";
    }

    /** What looks like a name or a number of a person in a title and would stand there unmasked. */
    public List<String> doubts(Matter matter, String title) {
        var masker = masking.of(matter).seen();
        return masker.doubts(masker.mask(title)).stream()
                .map(Finding::words)
                .distinct()
                .toList();
    }

    /**
     * Refuses a title that still says who it is about or where they live; and one in which something only looks so, until
     * whoever confirms it says to have seen that. A title that is public already is confirmed already.
     *
     * @param seen whether they said so
     */
    public void check(Matter matter, String title, boolean seen, FormRefused.Collector faults) {
        masking.of(matter).seen().findings(title).stream()
                .findFirst()
                .ifPresentOrElse(
                        finding -> faults.add(
                                FIELD, "“公开标题”里还有" + said(finding) + "“" + finding.words() + "”，所有人都会看到，请改写。"),
                        () -> askAgain(matter, title, seen, faults));
    }

    private void askAgain(Matter matter, String title, boolean seen, FormRefused.Collector faults) {
        var doubts = seen || title.equals(matter.publicTitle()) ? List.<String>of() : doubts(matter, title);
        faults.check(
                doubts.isEmpty(),
                FIELD,
                "“公开标题”里的“" + String.join("”“", doubts) + "”像是姓名或号码，所有人都会看到：是的请改写；确实可以公开的，请勾选“标题里像姓名、号码的词可以公开”后再提交。");
    }

    private static String said(Finding finding) {
        return switch (finding.kind()) {
            case NAME, LIKELY_NAME -> "姓名";
            case ROOM -> "室号";
            case NUMBER, LIKELY_NUMBER -> "电话、证件等号码";
        };
    }

    /** Makes a checked title the one everybody reads. */
    public void confirm(Matter matter, String title) {
        matters.confirmTitle(matter.matterNo(), title.strip());
    }
}
