package org.qibu.matter.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.qibu.matter.access.StaffAccess;
import org.qibu.matter.form.Corrections;
import org.qibu.matter.form.FormTexts;
import org.qibu.matter.form.Names;
import org.qibu.matter.form.Records;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** What the staff's page of a matter shows about forms taken back, and the one that still may be. */
@ControllerAdvice(assignableTypes = StaffMatter.class)
class CorrectionBlock {

    private final StaffAccess staffAccess;
    private final Corrections corrections;
    private final Records records;
    private final FormSheets formSheets;
    private final Names names;
    private final FormTexts forms;

    CorrectionBlock(
            StaffAccess staffAccess,
            Corrections corrections,
            Records records,
            FormSheets formSheets,
            Names names,
            FormTexts forms) {
        this.staffAccess = staffAccess;
        this.corrections = corrections;
        this.records = records;
        this.formSheets = formSheets;
        this.names = names;
        this.forms = forms;
    }

    /** The form this person may take back. */
    record Open(String taskId, String title, Instant at) {}

    /** A form that was taken back, with what stood in it. */
    record Gone(FormSheets.Sheet sheet, Instant at, String by, String reason) {}

    /** {@code open} is null where there is nothing to take back. */
    record Block(Open open, List<Gone> gone) {}

    @ModelAttribute("correction")
    Block block(@PathVariable String matterNo, Principal user, Locale language, HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            return new Block(null, List.of());
        }
        var view = staffAccess.open(matterNo, user);
        var open = corrections
                .offer(matterNo, view.account().id())
                .map(offer -> new Open(offer.taskId(), forms.titleOf(offer.form(), language), offer.at()))
                .orElse(null);
        return new Block(open, gone(view, language));
    }

    private List<Gone> gone(StaffAccess.View view, Locale language) {
        var withdrawn = records.withdrawn(view.matter().matterNo());
        var known = new HashMap<>(names.of(
                view.matter(), withdrawn.stream().map(Records.Withdrawn::record).toList()));
        return withdrawn.stream()
                .map(each -> new Gone(
                        formSheets
                                .of(view, List.of(each.record()), known, staffAccess::nameOf, language)
                                .get(0),
                        each.at(),
                        staffAccess.nameOf(each.by()),
                        each.reason()))
                .toList();
    }
}
