package org.qibu.engine.submission;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.qibu.engine.FormRefused;
import org.qibu.engine.TaskUnavailable;
import org.qibu.text.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Detects repeated start requests by {@code Idempotency-Key}, or by {@link #ONCE} where nobody is logged in; kept 2
 * days. They come from a double click, or from a browser that asks once more because the answer got lost. Requests
 * without a key of their own each start a matter of their own.
 */
@Component
@NamedInterface("submission")
public class StartRequests {

    /**
     * Request attribute in which a door of ours names the one request this is, such as the form it was sent from; counts where
     * nobody is logged in.
     */
    public static final String ONCE = "qibu.once";

    /** Request attribute that stands where the request started nothing, since it had come before. */
    private static final String REPEATED = "qibu.repeated";

    /** The header in which programs name it. */
    public static final String HEADER = "Idempotency-Key";

    /** Stands for whoever is not logged in. */
    public static final String NOBODY = "";

    private static final int LONGEST = 64;
    private static final Duration KNOWN_FOR = Duration.ofDays(2);

    private final JdbcClient database;
    private final Clock clock;

    StartRequests(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The key of the request under way; empty where it has none. A key that a stranger chose is not believed as it stands: it
     * could be somebody else's, who got a receipt for it.
     */
    public Optional<String> key(String userId) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return Optional.empty();
        }
        var request = attributes.getRequest();
        var key = userId.equals(NOBODY) ? (String) request.getAttribute(ONCE) : request.getHeader(HEADER);
        return Optional.ofNullable(key).filter(text -> !text.isBlank());
    }

    /**
     * Whether this key comes for the first time; a second one waits until the first is through. One that comes again with
     * other values is refused: it would be answered with a matter that is not the one asked for. Wants a running transaction.
     *
     * @param content what is asked for, as {@link #contentOf} says it
     */
    public boolean claimKey(String userId, String key, String content) {
        if (key.length() > LONGEST) {
            throw new FormRefused("", "请求编号过长，最多 " + LONGEST + " 个字符。");
        }
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        database.sql("delete from start_request where at < ?")
                .param(now.minus(KNOWN_FOR))
                .update();
        var isFirst = database.sql("""
                        insert into start_request (user_id, request_id, at, content_sha256) values (?, ?, ?, ?)
                        on conflict do nothing""").params(userId, key, now, content).update() > 0;
        if (!isFirst && !isSame(userId, key, content)) {
            throw TaskUnavailable.builtOn("这个请求编号（" + HEADER + "）已经用来登记了另一件议题，内容不同。新的议题请换一个编号。");
        }
        if (!isFirst && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            attributes.getRequest().setAttribute(REPEATED, true);
        }
        return isFirst;
    }

    /** Whether the request under way was answered with what it had started before. */
    public static boolean isRepeated() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && attributes.getRequest().getAttribute(REPEATED) != null;
    }

    /** Requests that came before contents were kept count as the same. */
    private boolean isSame(String userId, String key, String content) {
        return database.sql("""
                        select coalesce(content_sha256, :content) = :content from start_request
                        where user_id = :user and request_id = :key""")
                .param("content", content)
                .param("user", userId)
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    /** A fingerprint of what is started with which values, whatever order they were sent in. */
    public static String contentOf(String definitionId, Map<String, Object> submitted) {
        var values = new StringBuilder(definitionId.split(":")[0]);
        new TreeMap<>(submitted).forEach((key, value) -> {
            var text = String.valueOf(value instanceof TypedValue typed ? typed.getValue() : value);
            values.append('\0').append(key).append('\0').append(text);
        });
        return Sha256.hex(values.toString());
    }

    /** Remembers which matter the key started. */
    public void started(String userId, String key, String matterNo) {
        database.sql("update start_request set matter_no = ? where user_id = ? and request_id = ?")
                .params(matterNo, userId, key)
                .update();
    }

    /** The matter the key started. */
    public String matterNo(String userId, String key) {
        return database.sql("select matter_no from start_request where user_id = ? and request_id = ?")
                .params(userId, key)
                .query(String.class)
                .single();
    }
}
