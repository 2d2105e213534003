package org.qibu.review;

import static org.qibu.review.FileState.MISSING;
import static org.qibu.review.FileState.NOT_APPLICABLE;
import static org.qibu.review.FileState.PRESENT;

import java.util.EnumMap;
import java.util.Map;
import org.qibu.notices.Objection;

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
            case VERIFICATION -> present(evidence.has("verify-issue"));
            case AGENDA_DECISION ->
                inDepth(evidence.has(
                        "fix-agenda", agenda -> agenda.text("decision").equals("ADOPT")));
            case PARTIES -> inDepth(evidence.parties() > 0);
            case AGENDA_NOTICE -> inDepth(evidence.hasNotice("AGENDA"));
            case SIGN_IN ->
                inDepth(evidence.has(
                        "record-meeting", minutes -> !minutes.rows("attendance").isEmpty()));
            case MINUTES -> instant ? present(evidence.has("settle-instantly")) : present(evidence.hasAllMinutes());
            case OPINION -> present(evidence.has(instant ? "settle-instantly" : "confirm-opinion"));
            case BALLOT -> ballot();
            case DECISION -> inDepth(isDecided());
            case PLAN -> inDepth(evidence.has("plan"));
            case PROGRESS -> inDepth(evidence.has("progress"));
            case ACCEPTANCE ->
                instant
                        ? present(evidence.has("report-done"))
                        : present(evidence.has("accept-work", work -> work.flag("accepted")));
            case ACCOUNTS -> accounts();
            case RESULT_NOTICE -> present(evidence.hasNotice("COMPLETION"));
            case OBJECTIONS -> objections();
            case SURVEY -> present(evidence.has("evaluate", evaluation -> evaluation.whole("surveySent") > 0));
            case RETURN_VISIT -> inDepth(evidence.has("return-visit"));
            case EVALUATION -> present(evidence.has("evaluate"));
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
        var counted = evidence.lastDecision().filter("certify-count"::equals).isPresent();
        return counted ? present(isDecided()) : NOT_APPLICABLE;
    }

    private boolean isDecided() {
        return evidence.lastDecision()
                .filter(form -> evidence.has(form, decision -> decision.flag("adopted") || decision.flag("certified")))
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
