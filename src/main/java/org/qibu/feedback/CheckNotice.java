package org.qibu.feedback;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormHandler;
import org.qibu.engine.FormValues;
import org.qibu.matter.Markdown;
import org.qibu.matter.MatterMasking;
import org.qibu.matter.Matters;
import org.qibu.notices.Notices;
import org.qibu.privacy.Masker;
import org.springframework.stereotype.Component;

/** Nothing is published that the two committees did not find lawful and free of personal data. */
@Component
class CheckNotice implements FormHandler {

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
        return "check-notice";
    }

    @Override
    public Optional<String> whyFinal() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        return FormHandler.emptied("approved", "legalOk", "privacyOk");
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
                .flatMap(text -> masker.likelyNames(text).stream())
                .distinct()
                .map(finding -> "- “" + Markdown.plain(finding.words()) + "”：" + Markdown.plain(finding.around()))
                .toList();
        return found.isEmpty()
                ? "系统没有发现未遮盖的姓名；名册上没有的人系统不一定认得，勾选“没有泄露个人信息”前请再看一遍。"
                : "**下面 " + found.size() + " 处像是姓名，没有遮盖。是姓名的，请不要勾选“没有泄露个人信息”，退回重写：**\n\n" + String.join("\n", found);
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var approved = values.flag("approved") && values.flag("legalOk") && values.flag("privacyOk");
        return Map.of("noticeApproved", approved);
    }
}
