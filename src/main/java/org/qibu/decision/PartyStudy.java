package org.qibu.decision;

import java.util.Map;
import org.qibu.calendar.Calendars;
import org.qibu.decision.DecisionForms.PartyStudyFields;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
import org.springframework.stereotype.Component;

/** The Party organisation studies an important matter before a meeting decides on it. */
@Component
class PartyStudy implements FormHandler {

    private final Matters matters;
    private final Timeline timeline;

    PartyStudy(Matters matters, Timeline timeline) {
        this.matters = matters;
        this.timeline = timeline;
    }

    @Override
    public String formId() {
        return DecisionForms.PARTY_STUDY;
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        return FormHandler.emptied(PartyStudyFields.OPINION, PartyStudyFields.RESULT, PartyStudyFields.STUDIED_ON);
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var today = Calendars.dayOf(form.at());
        if (values.day(PartyStudyFields.STUDIED_ON)
                .filter(day -> day.isAfter(today))
                .isPresent()) {
            throw new FormRefused(PartyStudyFields.STUDIED_ON, "“研究日期”不能晚于今天。");
        }
        timeline.tell(
                matters.get(form.matterNo()), form.userId(), "partyStudy." + values.text(PartyStudyFields.RESULT));
        return Map.of(DecisionElements.STUDY_RESULT, values.text(PartyStudyFields.RESULT));
    }
}
