package org.qibu.engine.rest;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.dto.AbstractQueryDto;
import org.camunda.bpm.engine.rest.dto.AbstractSearchQueryDto;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.server.ParamException;
import org.qibu.availability.BrokenBody;
import org.qibu.availability.DatabaseTrouble;
import org.qibu.availability.OutOfMemory;
import org.qibu.engine.FormRefused;
import org.qibu.engine.ModelRefused;
import org.qibu.engine.RefusedValue;
import org.qibu.engine.TaskUnavailable;
import org.qibu.engine.identity.TriedTooOften;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.HtmlUtils;

/** Answers refusals with the status that fits, one Chinese sentence, and the fields it is about. */
abstract class RefusalMapper<T extends Throwable> implements ExceptionMapper<T> {

    /** One for each kind of throwable the engine's own mappers would answer. */
    static final Set<Class<?>> ALL =
            Set.of(Wrapped.class, FromEngine.class, NoJson.class, OtherJson.class, Anything.class);

    private static final Logger LOG = LoggerFactory.getLogger(RefusalMapper.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int INTERNAL = 500;
    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;
    /** Where the engine's interface reads criteria and makes its queries of them. */
    private static final Set<String> QUERY_CRITERIA =
            Set.of(AbstractSearchQueryDto.class.getName(), AbstractQueryDto.class.getName());

    /** Where the engine's interface unpacks what it was sent, and where it is held against what ids look like. */
    private static final List<String> CONTENT =
            List.of("org.camunda.bpm.engine.rest.", "org.camunda.bpm.engine.impl.util.EnsureUtil");

    /** The database cannot read a statement: the engine makes such a one of a list with nothing in it. */
    private static final String UNREADABLE_STATEMENT = "42601";

    private static final Pattern MOVES_A_MATTER = Pattern.compile("/(submit-form|complete|execute)$");

    @Context
    private HttpServletRequest request;

    /** What the engine's resources wrap things in. */
    @Priority(1)
    static final class Wrapped extends RefusalMapper<RestException> {}

    /** What comes through from the engine as it was. */
    @Priority(1)
    static final class FromEngine extends RefusalMapper<ProcessEngineException> {}

    /** A body that is no JSON. */
    @Priority(1)
    static final class NoJson extends RefusalMapper<JsonParseException> {}

    /** A body that is JSON, and not what is asked for. */
    @Priority(1)
    static final class OtherJson extends RefusalMapper<JsonMappingException> {}

    /** Whatever else. */
    @Priority(1)
    static final class Anything extends RefusalMapper<Throwable> {}

    @Override
    public Response toResponse(T thrown) {
        OutOfMemory.endIfCauseOf(thrown);
        return find(thrown, FormRefused.class)
                .map(refused -> answer(400, refused.getClass(), refused.getMessage(), refused.faults()))
                .or(() -> find(thrown, ModelRefused.class)
                        .map(refused -> answer(400, refused.getClass(), refused.getMessage(), perFile(refused))))
                .or(() -> find(thrown, TaskUnavailable.class)
                        .map(gone -> answer(gone.status(), gone.getClass(), gone.getMessage(), List.of())))
                .or(() -> find(thrown, AuthorizationException.class)
                        .map(denied -> answer(403, denied.getClass(), inChinese(denied), List.of())))
                .or(() -> find(thrown, TriedTooOften.class).map(this::later))
                .or(() -> DatabaseTrouble.of(thrown).map(this::trouble))
                .or(() -> foreignTenant(thrown))
                .or(() -> RefusedValue.of(thrown).map(value -> refused(value, thrown)))
                .or(() -> find(thrown, NullValueException.class).map(this::nothingThere))
                .or(() -> thrown instanceof ParamException parameter
                        ? Optional.of(otherParameter(parameter))
                        : Optional.empty())
                .or(() -> thrown instanceof JsonProcessingException body
                        ? Optional.of(otherBody(body))
                        : Optional.empty())
                .or(this::bodyThatBroke)
                .orElseGet(() -> other(thrown));
    }

    private static List<FormRefused.Fault> perFile(ModelRefused refused) {
        return refused.findings().stream()
                .map(finding -> new FormRefused.Fault(finding.file(), finding.sentence()))
                .toList();
    }

    private Response later(TriedTooOften tried) {
        var answer = answer(429, tried.getClass(), tried.getMessage(), List.of());
        return Response.fromResponse(answer)
                .header(HttpHeaders.RETRY_AFTER, tried.seconds())
                .build();
    }

    private Response trouble(DatabaseTrouble trouble) {
        if (trouble == DatabaseTrouble.RACE) {
            return answer(trouble.status(), OptimisticLockingException.class, "这件事刚刚有人在办，请刷新后再看。", List.of());
        }
        var answer = answer(trouble.status(), Exception.class, "系统暂时不能办理，这次操作没有完成。请过一会儿再试。", List.of());
        return Response.fromResponse(answer).header(HttpHeaders.RETRY_AFTER, 10).build();
    }

    private Response refused(RefusedValue value, Throwable thrown) {
        LOG.info("{}: {}", value, firstLine(thrown));
        var sentence = value == RefusedValue.THERE_ALREADY ? "已经有同名的了，请换一个名称或编号。" : "内容里有无法保存的字符或超出范围的数值，请检查后再试。";
        return answer(value.status(), InvalidRequestException.class, sentence, List.of());
    }

    private Optional<Response> bodyThatBroke() {
        return request != null && BrokenBody.isOf(request)
                ? Optional.of(answer(BAD_REQUEST, InvalidRequestException.class, "请求的内容没有发完，请再试一次。", List.of()))
                : Optional.empty();
    }

    /** The engine found nothing under an id it was given. */
    private Response nothingThere(NullValueException nothing) {
        LOG.info("{} {}: {}", NOT_FOUND, request == null ? "" : request.getRequestURI(), firstLine(nothing));
        return answer(NOT_FOUND, nothing.getClass(), withSentence(NOT_FOUND, null), List.of());
    }

    private Response otherBody(JsonProcessingException broken) {
        var field = broken instanceof JsonMappingException mapping ? fieldOf(mapping) : "";
        return answer(BAD_REQUEST, InvalidRequestException.class, "请求内容" + field + "的写法不对，请检查后再试。", List.of());
    }

    /** A value behind the question mark that is of another type than is asked for. */
    private Response otherParameter(ParamException broken) {
        var sentence = "参数“" + broken.getParameterName() + "”的写法不对，请检查后再试。";
        return answer(BAD_REQUEST, InvalidRequestException.class, sentence, List.of());
    }

    private static String fieldOf(JsonMappingException broken) {
        var names = broken.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .toList();
        return names.isEmpty() ? "" : "里“" + String.join(".", names) + "”";
    }

    private static String firstLine(Throwable thrown) {
        return String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
    }

    /** A thing of another community does not exist for this person. */
    private Optional<Response> foreignTenant(Throwable thrown) {
        var isForeign = thrown.getMessage() != null && thrown.getMessage().contains("ENGINE-13034");
        return isForeign ? Optional.of(answer(NOT_FOUND, thrown.getClass(), "没有找到。", List.of())) : Optional.empty();
    }

    /** The engine's own words stay where they help whoever works with it; inner faults are for the log alone. */
    private Response other(Throwable thrown) {
        if (thrown instanceof WebApplicationException known
                && known.getResponse().hasEntity()) {
            return known.getResponse();
        }
        var answer = ExceptionHandlerHelper.getInstance().getResponse(thrown);
        if (answer.getStatus() == INTERNAL && isRefusedByEngine(thrown)) {
            LOG.info("{} {}: {}", BAD_REQUEST, request == null ? "" : request.getRequestURI(), firstLine(thrown));
            return answer(BAD_REQUEST, thrown.getClass(), withSentence(BAD_REQUEST, firstLine(thrown)), List.of());
        }
        if (answer.getStatus() == INTERNAL && isOfQuery(thrown)) {
            return badRequest(thrown, "查询条件的写法不对，请检查后再试。");
        }
        if (answer.getStatus() == INTERNAL && isOfContent(thrown)) {
            return badRequest(thrown, "请求内容缺少必须写的一项，或把它写成了 null，请检查后再试。");
        }
        if (answer.getStatus() == INTERNAL && isTriedTable(thrown)) {
            return answer(BAD_REQUEST, InvalidRequestException.class, "给的值和判定表各列的类型不合，算不出结果，请检查后再试。", List.of());
        }
        if (answer.getStatus() == INTERNAL) {
            var id = newId();
            LOG.error("{}", id, thrown);
            return answer(INTERNAL, Exception.class, "系统出错，这次操作没有完成。请稍后再试；如仍不行，请把编号 " + id + " 告诉管理员。", List.of());
        }
        if (answer.getEntity() instanceof ExceptionDto told) {
            told.setMessage(shown(withSentence(answer.getStatus(), told.getMessage())));
        }
        return answer;
    }

    /**
     * What the engine says no to on purpose, by itself, and answers with 500 all the same. A matter that cannot go on is
     * something else: it comes from moving one.
     */
    private boolean isRefusedByEngine(Throwable thrown) {
        var isOnPurpose = thrown instanceof InvalidRequestException
                || thrown.getClass() == ProcessEngineException.class && thrown.getCause() == null;
        return isOnPurpose
                && (request == null
                        || !MOVES_A_MATTER.matcher(request.getRequestURI()).find());
    }

    /** What fails while a query is put together out of its criteria is the fault of the criteria, such as null in a list. */
    private static boolean isOfQuery(Throwable thrown) {
        var isUnreadable = find(thrown, SQLException.class)
                .filter(refused -> UNREADABLE_STATEMENT.equals(refused.getSQLState()))
                .isPresent();
        return isUnreadable
                || (thrown instanceof IllegalArgumentException || thrown instanceof NullPointerException)
                        && Arrays.stream(thrown.getStackTrace())
                                .anyMatch(frame -> QUERY_CRITERIA.contains(frame.getClassName()));
    }

    /**
     * What is missing where the interface unpacks a request, or asks for an id before the engine is called, is the fault of
     * whoever sent it. What fails while an answer is made, in methods called from…, is ours.
     */
    private static boolean isOfContent(Throwable thrown) {
        return thrown instanceof NullPointerException
                && Arrays.stream(thrown.getStackTrace())
                        .filter(frame -> !frame.getClassName().startsWith("java."))
                        .findFirst()
                        .filter(frame -> CONTENT.stream().anyMatch(frame.getClassName()::startsWith))
                        .filter(frame -> !frame.getMethodName().startsWith("from"))
                        .isPresent();
    }

    private Response badRequest(Throwable thrown, String sentence) {
        LOG.info("{} {}: {}", BAD_REQUEST, request == null ? "" : request.getRequestURI(), firstLine(thrown));
        return answer(BAD_REQUEST, InvalidRequestException.class, sentence, List.of());
    }

    /** A table that is asked by hand, with values its columns cannot take. */
    private boolean isTriedTable(Throwable thrown) {
        return request != null
                && request.getRequestURI().contains("/decision-definition/")
                && find(thrown, DmnEngineException.class).isPresent();
    }

    private static String inChinese(AuthorizationException denied) {
        var words = denied.getMessage();
        return words.codePoints().anyMatch(Character::isIdeographic) ? words : "您的账号没有这项权限。（" + words + "）";
    }

    private String withSentence(int status, String words) {
        return isWebApp() && status == NOT_FOUND ? RefusalWords.sentence(status) : RefusalWords.of(status, words);
    }

    private static String newId() {
        var id = new byte[5];
        RANDOM.nextBytes(id);
        return HexFormat.of().withUpperCase().formatHex(id);
    }

    private static <F extends Throwable> Optional<F> find(Throwable thrown, Class<F> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    /** The web apps show messages as HTML. */
    private String shown(String sentence) {
        return isWebApp() && sentence != null ? HtmlUtils.htmlEscape(sentence, "UTF-8") : sentence;
    }

    private boolean isWebApp() {
        return request != null && request.getRequestURI().contains("/camunda/api/");
    }

    private Response answer(int status, Class<?> type, String sentence, List<FormRefused.Fault> faults) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", type.getSimpleName());
        body.put("message", shown(sentence));
        body.put(
                "fields",
                faults.stream()
                        .map(fault -> Map.of("key", fault.key(), "message", shown(fault.message())))
                        .toList());
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .entity(body)
                .build();
    }
}
