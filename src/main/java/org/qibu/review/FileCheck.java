package org.qibu.review;

import static org.qibu.review.FileState.MISSING;
import static org.qibu.review.FileState.NOT_APPLICABLE;
import static org.qibu.review.FileState.PRESENT;

import java.util.EnumMap;
import java.util.Map;
import org.qibu.matter.contract.AcceptWorkFields;
import org.qibu.matter.contract.CertifyCountFields;
import org.qibu.matter.contract.ConfirmConsensusFields;
import org.qibu.matter.contract.FixAgendaFields;
import org.qibu.matter.contract.PublishedForms;
import org.qibu.matter.contract.RecordMeetingFields;
import org.qibu.notices.objections.Objection;
import org.qibu.review.ReviewForms.EvaluateFields;

/** Looks for each item of a file in what is on record; a small matter has a small file. */
final class FileCheck {

    private final Evidence evidence;
    private final boolean instant;

    FileCheck(Evidence evidence) {
        this.evidence = evidence;
        this.instant = evidence.matter().isInstant();
    }

    Map<FileItem, FileState> run() {
        var found = new EnumMap<FileItem, FileState>(FileItem.class);
        for (var item : FileItem.values()) {
            found.put(item, check(item));
        }
        return found;
    }

    private FileState check(FileItem item) {
        return switch (item) {
            case REGISTER -> present(!evidence.matter().receipt().isBlank());
            case VERIFICATION -> present(evidence.has(PublishedForms.VERIFY_ISSUE));
            case AGENDA_DECISION ->
                inDepth(evidence.has(
                        PublishedForms.FIX_AGENDA,
                        agenda -> agenda.text(FixAgendaFields.DECISION).equals("ADOPT")));
            case PARTIES -> inDepth(evidence.parties() > 0);
            case AGENDA_NOTICE -> inDepth(evidence.hasNotice("AGENDA"));
            case SIGN_IN ->
                inDepth(evidence.has(
                        PublishedForms.RECORD_MEETING,
                        minutes -> !minutes.rows(RecordMeetingFields.ATTENDANCE).isEmpty()));
            case MINUTES ->
                instant ? present(evidence.has(PublishedForms.SETTLE_INSTANTLY)) : present(evidence.hasAllMinutes());
            case OPINION ->
                present(evidence.has(instant ? PublishedForms.SETTLE_INSTANTLY : PublishedForms.CONFIRM_OPINION));
            case BALLOT -> ballot();
            case DECISION -> inDepth(isDecided());
            case PLAN -> inDepth(evidence.has(PublishedForms.PLAN));
            case PROGRESS -> inDepth(evidence.has(PublishedForms.PROGRESS));
            case ACCEPTANCE ->
                instant
                        ? present(evidence.has(PublishedForms.REPORT_DONE))
                        : present(
                                evidence.has(PublishedForms.ACCEPT_WORK, work -> work.flag(AcceptWorkFields.ACCEPTED)));
            case ACCOUNTS -> accounts();
            case RESULT_NOTICE -> present(evidence.hasNotice("COMPLETION"));
            case OBJECTIONS -> objections();
            case SURVEY ->
                present(evidence.has(
                        ReviewForms.EVALUATE, evaluation -> evaluation.whole(EvaluateFields.SURVEY_SENT) > 0));
            case RETURN_VISIT -> inDepth(evidence.has(ReviewForms.RETURN_VISIT));
            case EVALUATION -> present(evidence.has(ReviewForms.EVALUATE));
            case AUDIT_LOG -> present(evidence.events() > 0);
        };
    }

    private static FileState present(boolean there) {
        return there ? PRESENT : MISSING;
    }

    private FileState inDepth(boolean there) {
        return instant ? NOT_APPLICABLE : present(there);
    }

    private FileState ballot() {
        var counted = evidence.lastDecision()
                .filter(PublishedForms.CERTIFY_COUNT::equals)
                .isPresent();
        return counted ? present(isDecided()) : NOT_APPLICABLE;
    }

    private boolean isDecided() {
        return evidence.lastDecision()
                .filter(form -> evidence.has(
                        form,
                        decision -> decision.flag(ConfirmConsensusFields.ADOPTED)
                                || decision.flag(CertifyCountFields.CERTIFIED)))
                .isPresent();
    }

    private FileState accounts() {
        if (evidence.isMoneyAccountedFor()) {
            return PRESENT;
        }
        return evidence.isMoneyPlanned() ? MISSING : NOT_APPLICABLE;
    }

    private FileState objections() {
        return evidence.objections().isEmpty()
                ? NOT_APPLICABLE
                : present(evidence.objections().stream().noneMatch(Objection::isOpen));
    }
}
