package org.qibu.feedback;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.feedback.FeedbackForms.CheckNoticeFields;
import org.qibu.matter.MatterMasking;
import org.qibu.matter.Matters;
import org.qibu.notices.posting.Notices;
import org.qibu.privacy.Finding;
import org.qibu.privacy.Masker;
import org.qibu.text.Markdown;
import org.springframework.stereotype.Component;

/** Nothing is published that the two committees did not find lawful and free of personal data. */
@Component
class CheckNotice implements FormHandler {

    private static final String NO_NAME = "系统没有发现未遮盖的姓名；名册上没有的人系统不一定认得，勾选“没有泄露个人信息”前请再看一遍。";

    private final Matters matters;
    private final Notices notices;
    private final MatterMasking masking;

    CheckNotice(Matters matters, Notices notices, MatterMasking masking) {
        this.matters = matters;
        this.notices = notices;
        this.masking = masking;
    }

    @Override
    public String formId() {
        return FeedbackForms.CHECK_NOTICE;
    }

    @Override
    public Optional<String> whyFinal() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        return FormHandler.emptied(
                CheckNoticeFields.APPROVED, CheckNoticeFields.LEGAL_OK, CheckNoticeFields.PRIVACY_OK);
    }

    /** What would be posted, word for word, and what looks like a name in it; whoever ticks has seen both. */
    @Override
    public String note(FormCase form) {
        var matter = matters.get(form.matterNo());
        var draft = notices.preview(matter, Results.NOTICE);
        var text = new StringBuilder("**将公开的全文**（姓名、室号、电话等已自动遮盖）\n\n");
        draft.title()
                .toString()
                .lines()
                .forEach(line -> text.append(Markdown.plain(line)).append("\n\n"));
        draft.body()
                .toString()
                .lines()
                .forEach(line -> text.append("- ").append(Markdown.plain(line)).append("\n"));
        return text.append("\n").append(warning(masking.of(matter), draft)).toString();
    }

    private static String warning(Masker masker, Notices.Draft draft) {
        var found = Stream.of(draft.title(), draft.body())
                .flatMap(text -> masker.doubts(text).stream())
                .distinct()
                .toList();
        var names = lines(found, finding -> finding.kind() != Finding.Kind.LIKELY_NUMBER);
        var numbers = lines(found, finding -> finding.kind() == Finding.Kind.LIKELY_NUMBER);
        return Stream.of(said(names, "姓名"), said(numbers, "电话、证件、账号或室号"), names.isEmpty() ? NO_NAME : "")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String said(List<String> found, String what) {
        return found.isEmpty()
                ? ""
                : "**下面 " + found.size() + " 处像是" + what + "，没有遮盖。是" + what + "的，请不要勾选“没有泄露个人信息”，退回重写：**\n\n"
                        + String.join("\n", found);
    }

    private static List<String> lines(List<Finding> found, Predicate<Finding> which) {
        return found.stream()
                .filter(which)
                .map(finding -> "- “" + Markdown.plain(finding.words()) + "”：" + Markdown.plain(finding.around()))
                .toList();
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var approved = values.flag(CheckNoticeFields.APPROVED)
                && values.flag(CheckNoticeFields.LEGAL_OK)
                && values.flag(CheckNoticeFields.PRIVACY_OK);
        return Map.of("noticeApproved", approved);
    }
}
