package org.qibu.engine.submission;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.qibu.engine.FormRefused;
import org.qibu.engine.NotYourTask;
import org.qibu.engine.draft.Drafts;
import org.qibu.engine.fault.ProcessFaultService;
import org.qibu.engine.form.FormSubmissionService;
import org.qibu.engine.identity.AsSystem;
import org.qibu.engine.spi.StartFormHandler.Started;
import org.springframework.stereotype.Component;

/** Opens a matter for a process that starts with a form, and tells the engine whose community it is. */
@Component
public class StartFormService {

    private static final ThreadLocal<String> COMMUNITY = new ThreadLocal<>();

    private static final String ONLY_CALLED =
            "这个流程没有登记表单，只能由别的流程调用。要由人发起，请流程管理员在开始事件选表单 record-issue，并在流程上写由哪些组发起（Candidate starter groups）。";

    private final FormLibrary library;
    private final FormSubmissionService forms;
    private final ProcessEngine engine;
    private final AsSystem asSystem;
    private final Drafts drafts;

    StartFormService(
            FormLibrary library, FormSubmissionService forms, ProcessEngine engine, AsSystem asSystem, Drafts drafts) {
        this.library = library;
        this.forms = forms;
        this.engine = engine;
        this.asSystem = asSystem;
        this.drafts = drafts;
    }

    public Started open(String definitionId, String user, Map<String, Object> submitted) {
        var form = library.ofStart(definitionId).orElseThrow(() -> new FormRefused("", ONLY_CALLED));
        mustBeStarter(definitionId, user);
        var started = forms.start(user, form, submitted);
        if (user != null) {
            drafts.forget(place(definitionId), user);
        }
        return new Started(started.matterNo(), started.communityCode(), withIdentity(started));
    }

    /** The first routing values of a matter that runs once more under its number. */
    Map<String, Object> again(String definitionId, String matterNo, String communityCode) {
        var form = library.ofStart(definitionId).orElseThrow(() -> new IllegalStateException("no start form"));
        return withIdentity(new Started(matterNo, communityCode, forms.firstRouting(form)));
    }

    public Map<String, Object> prefill(String definitionId, String user) {
        return library.ofStart(definitionId)
                .map(form -> {
                    forms.opened(form.id(), user);
                    return drafts.over(forms.prefill(user, form), form, place(definitionId), user);
                })
                .orElse(Map.of());
    }

    public static String place(String definitionId) {
        return Drafts.startOf(definitionId.split(":")[0]);
    }

    /** What somebody typed into the start form, for keeping; without form where it cannot be read. */
    public ProcessFaultService.Typed typed(String definitionId, String user, Map<String, Object> submitted) {
        return new ProcessFaultService.Typed(
                user, FormLibrary.readable(() -> library.ofStart(definitionId)), submitted);
    }

    void mustBeStarter(String definitionId, String user) {
        var allowed = user == null
                || asSystem.call(() -> {
                    var definition = engine.getRepositoryService().getProcessDefinition(definitionId);
                    return engine.getRepositoryService()
                                    .createProcessDefinitionQuery()
                                    .processDefinitionId(definition.getId())
                                    .startableByUser(user)
                                    .count()
                            > 0;
                });
        if (!allowed) {
            throw new NotYourTask("您不在可以登记议题的人员之列。");
        }
    }

    /** The main process of a matter; null once it is over. */
    ProcessInstance running(String matterNo) {
        return asSystem.call(() -> engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(matterNo)
                .rootProcessInstances()
                .list()
                .stream()
                .findFirst()
                .orElse(null));
    }

    /** The main process of a matter as it was when it was started; empty once its history is gone. */
    public Optional<ProcessInstance> started(String matterNo) {
        return Optional.ofNullable(running(matterNo))
                .or(() -> asSystem.call(() -> engine
                        .getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(matterNo)
                        .rootProcessInstances()
                        .orderByProcessInstanceStartTime()
                        .asc()
                        .list()
                        .stream()
                        .findFirst()
                        .map(StartFormService::asItWas)));
    }

    private static ProcessInstance asItWas(HistoricProcessInstance ended) {
        var started = new ExecutionEntity();
        started.setId(ended.getId());
        started.setProcessInstanceId(ended.getId());
        started.setProcessDefinitionId(ended.getProcessDefinitionId());
        started.setBusinessKey(ended.getBusinessKey());
        started.setTenantId(ended.getTenantId());
        return started;
    }

    private static Map<String, Object> withIdentity(Started started) {
        var routing = new HashMap<>(started.routing());
        routing.put("matterNo", started.matterNo());
        routing.put("communityCode", started.communityCode());
        return routing;
    }

    public static <T> T inCommunity(String communityCode, Supplier<T> start) {
        COMMUNITY.set(communityCode);
        try {
            return start.get();
        } finally {
            COMMUNITY.remove();
        }
    }

    /** The community whose matter is being started on this thread, or null. */
    public static String community() {
        return COMMUNITY.get();
    }
}
