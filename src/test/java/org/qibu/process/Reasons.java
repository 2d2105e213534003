package org.qibu.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Why some questions are rightly asked although they seem to have been answered; each reason has to be needed. */
final class Reasons {

    private final Map<String, String> other = new TreeMap<>();
    private final Map<String, String> anew = new TreeMap<>();
    private final Map<String, String> better = new TreeMap<>();
    private final Set<String> needed = new TreeSet<>();

    Reasons() {
        other("each way to solve it has a cost of its own", "study-topic.optionsConsidered.costEstimate");
        other(
                "the heading of any column of people",
                "record-meeting.dissent.personNo",
                "confirm-opinion.signatures.personNo",
                "accept-work.witnesses.personNo");
        other(
                "somebody else's view of the matter",
                "draft-feedback.notAdopted.point",
                "draft-feedback.notAdopted.reason");
        other("work begins on another day than a vote", "plan.actions.startOn");
        other(
                "the vote itself, not the straw poll of the meeting",
                "enter-ballots.present",
                "enter-ballots.agree",
                "enter-ballots.abstain");

        anew(
                "a decision on what was prepared since",
                "fix-agenda.decision",
                "fix-agenda.reason",
                "party-study.opinion",
                "party-study.result",
                "party-study.studiedOn",
                "confirm-consensus.adopted",
                "confirm-consensus.reason");
        anew(
                "what happened at this meeting",
                "record-meeting.attendance.present",
                "record-meeting.motions.text",
                "record-meeting.motions.mover",
                "record-meeting.strawAgree",
                "record-meeting.strawDisagree",
                "record-meeting.strawAbstain",
                "record-meeting.dissent.personNo",
                "record-meeting.dissent.reason",
                "record-meeting.dissent.severity");
        anew("an assurance is given each time", "confirm-opinion.confirmed", "certify-count.certified");
        anew("a signature is an act, and nobody signs unasked", "confirm-opinion.signatures.party");
        anew(
                "counted afresh",
                "enter-ballots.present",
                "enter-ballots.agree",
                "enter-ballots.against",
                "enter-ballots.abstain",
                "enter-ballots.invalid",
                "certify-count.irregularities");
        anew(
                "what happened since the last report",
                "progress.doneText",
                "progress.actualCost",
                "progress.newDue",
                "progress.impossible",
                "progress.reason",
                "approve-delay.reason");
        anew(
                "the work is looked at again",
                "accept-work.accepted",
                "accept-work.criteria.met",
                "accept-work.witnesses.personNo",
                "rectify.measures",
                "rectify.dueOn");
        anew("every wording is checked", "check-notice.approved", "check-notice.legalOk", "check-notice.privacyOk");
        anew(
                "another visit, survey or inspection",
                "return-visit.visitedOn",
                "return-visit.stillWorking",
                "evaluate.goalMet",
                "evaluate.processOk",
                "evaluate.surveySent",
                "evaluate.surveySatisfied",
                "evaluate.surveyBasically",
                "evaluate.surveyNotSatisfied",
                "inspect-matter.findings",
                "inspect-matter.measures");

        better("counted from the day a vote is prepared", "prepare-ballot.opensAt", "prepare-ballot.closesAt");
        better("most reports say that it is done", "progress.progress");
        better("what was done and spent since", "draft-feedback.resultSummary", "draft-feedback.moneyOut");
    }

    private void other(String reason, String... places) {
        List.of(places).forEach(place -> other.put(place, reason));
    }

    private void anew(String reason, String... places) {
        List.of(places).forEach(place -> anew.put(place, reason));
    }

    private void better(String reason, String... places) {
        List.of(places).forEach(place -> better.put(place, reason));
    }

    /** Whether the words of this place ask for another thing than elsewhere. */
    boolean other(String place) {
        return isNeeded(other, "other ", place);
    }

    /** Whether this place rightly opens empty. */
    boolean anew(String place) {
        return isNeeded(anew, "anew ", place);
    }

    /** Whether this place opens with something better than what it took last. */
    boolean better(String place) {
        return isNeeded(better, "better ", place);
    }

    boolean isAnew(String place) {
        return anew.containsKey(place);
    }

    private boolean isNeeded(Map<String, String> reasons, String kind, String place) {
        if (reasons.containsKey(place)) {
            needed.add(kind + place);
        }
        return reasons.containsKey(place);
    }

    /** Reasons that excused nothing. */
    Set<String> idle() {
        var idle = new TreeSet<String>();
        other.keySet().forEach(place -> idle.add("other " + place));
        anew.keySet().forEach(place -> idle.add("anew " + place));
        better.keySet().forEach(place -> idle.add("better " + place));
        idle.removeAll(needed);
        return idle;
    }
}
