package org.qibu.engine.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.qibu.engine.FormRefused;
import org.qibu.engine.TaskUnavailable;

/** Answers refusals with the status that fits, one Chinese sentence, and the fields it is about. */
abstract class RefusalMapper<T extends Throwable> implements ExceptionMapper<T> {

    /** What the engine's resources wrap things in. */
    @Priority(1)
    static final class Wrapped extends RefusalMapper<RestException> {}

    /** What comes through from the engine as it was. */
    @Priority(1)
    static final class FromEngine extends RefusalMapper<ProcessEngineException> {}

    /** Whatever else. */
    @Priority(1)
    static final class Anything extends RefusalMapper<Throwable> {}

    @Override
    public Response toResponse(T thrown) {
        return find(thrown, FormRefused.class)
                .map(refused -> answer(400, refused.getClass(), refused.getMessage(), refused.faults()))
                .or(() -> find(thrown, TaskUnavailable.class)
                        .map(gone -> answer(gone.status(), gone.getClass(), gone.getMessage(), List.of())))
                .or(() -> find(thrown, AuthorizationException.class)
                        .map(denied -> answer(403, denied.getClass(), denied.getMessage(), List.of())))
                .or(() -> find(thrown, OptimisticLockingException.class)
                        .map(race -> answer(409, race.getClass(), "刚才有人先办理了，请刷新后再试。", List.of())))
                .or(() -> foreignTenant(thrown))
                .orElseGet(() -> ExceptionHandlerHelper.getInstance().getResponse(thrown));
    }

    /** A thing of another community does not exist for this person. */
    private static Optional<Response> foreignTenant(Throwable thrown) {
        var isForeign = thrown.getMessage() != null && thrown.getMessage().contains("ENGINE-13034");
        return isForeign ? Optional.of(answer(404, thrown.getClass(), "没有找到。", List.of())) : Optional.empty();
    }

    private static <F extends Throwable> Optional<F> find(Throwable thrown, Class<F> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private static Response answer(int status, Class<?> type, String sentence, List<FormRefused.Fault> faults) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", type.getSimpleName());
        body.put("message", sentence);
        body.put(
                "fields",
                faults.stream()
                        .map(fault -> Map.of("key", fault.key(), "message", fault.message()))
                        .toList());
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .entity(body)
                .build();
    }
}
