package org.qibu.notices.objections;

import java.util.List;
import java.util.Map;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
import org.qibu.matter.pass.LimitedChoice;
import org.qibu.matter.pass.PassLimit;
import org.qibu.notices.NoticeForms;
import org.qibu.notices.NoticeForms.HandleObjectionFields;
import org.springframework.stereotype.Component;

/** An objection is judged and answered; an upheld one says to which step the matter returns. */
@Component
class HandleObjection implements FormHandler, LimitedChoice.Source {

    private final Objections objections;
    private final Matters matters;
    private final Timeline timeline;

    HandleObjection(Objections objections, Matters matters, Timeline timeline) {
        this.objections = objections;
        this.matters = matters;
        this.timeline = timeline;
    }

    @Override
    public String formId() {
        return NoticeForms.HANDLE_OBJECTION;
    }

    @Override
    public List<LimitedChoice> limitedChoices() {
        return List.of(
                new LimitedChoice(
                        formId(), HandleObjectionFields.RETURN_TO, "DECISION", PassLimit.OBJECTION_TO_DECISION),
                new LimitedChoice(
                        formId(),
                        HandleObjectionFields.RETURN_TO,
                        "IMPLEMENTATION",
                        PassLimit.OBJECTION_TO_IMPLEMENTATION));
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        var values = FormHandler.emptied(
                HandleObjectionFields.UPHELD,
                HandleObjectionFields.RETURN_TO,
                HandleObjectionFields.ANSWER,
                HandleObjectionFields.OBJECTOR,
                HandleObjectionFields.CONTENT);
        objections.of(form.matterNo()).stream()
                .filter(Objection::isOpen)
                .findFirst()
                .ifPresent(objection -> {
                    values.put(HandleObjectionFields.OBJECTOR, objection.objector());
                    values.put(HandleObjectionFields.CONTENT, objection.content());
                });
        return values;
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var upheld = values.flag(HandleObjectionFields.UPHELD);
        if (upheld && values.optionalText(HandleObjectionFields.RETURN_TO).isEmpty()) {
            throw new FormRefused(HandleObjectionFields.RETURN_TO, "异议成立的，请选择“退回到哪一步”。");
        }
        objections
                .next(form.matterNo())
                .ifPresent(
                        objection -> objections.answer(objection, upheld, values.text(HandleObjectionFields.ANSWER)));
        timeline.tell(matters.get(form.matterNo()), form.userId(), upheld ? "objectionUpheld" : "objectionAnswered");
        var routing = FormHandler.emptied(HandleObjectionFields.RETURN_TO);
        if (upheld) {
            routing.put(HandleObjectionFields.RETURN_TO, values.text(HandleObjectionFields.RETURN_TO));
        }
        routing.put("objectionWaiting", objections.next(form.matterNo()).isPresent());
        return routing;
    }
}
