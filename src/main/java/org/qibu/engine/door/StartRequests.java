package org.qibu.engine.door;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.qibu.engine.FormRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Knows a request to start a matter again when it comes twice: a double click, or a browser that asks once more because the
 * answer got lost. Requests without a key of their own are each a matter of their own.
 */
@Component
public class StartRequests {

    /** Request attribute in which a page of ours names the one form it was sent from; counts where nobody is logged in. */
    public static final String ONCE = "qibu.once";

    static final String HEADER = "Idempotency-Key";

    /** Stands for whoever is not logged in. */
    static final String NOBODY = "";

    private static final int LONGEST = 64;
    private static final Duration KNOWN_FOR = Duration.ofDays(2);

    private final JdbcClient database;
    private final Clock clock;

    StartRequests(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The key of the request under way; empty where it has none. A key that a stranger chose is not believed: it could be
     * somebody else's, who got a receipt for it.
     */
    Optional<String> key(String userId) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return Optional.empty();
        }
        var request = attributes.getRequest();
        var key = userId.equals(NOBODY) ? (String) request.getAttribute(ONCE) : request.getHeader(HEADER);
        return Optional.ofNullable(key).filter(text -> !text.isBlank());
    }

    /**
     * Whether this key comes for the first time; a second one waits until the first is through. Wants a running
     * transaction.
     */
    boolean isFirst(String userId, String key) {
        if (key.length() > LONGEST) {
            throw new FormRefused("", "请求编号过长，最多 " + LONGEST + " 个字符。");
        }
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        database.sql("delete from start_request where at < ?")
                .param(now.minus(KNOWN_FOR))
                .update();
        return database.sql("""
                        insert into start_request (user_id, request_id, at) values (?, ?, ?)
                        on conflict do nothing""").params(userId, key, now).update() > 0;
    }

    /** Remembers which matter the key started. */
    void started(String userId, String key, String matterNo) {
        database.sql("update start_request set matter_no = ? where user_id = ? and request_id = ?")
                .params(matterNo, userId, key)
                .update();
    }

    /** The matter the key started. */
    String matterNo(String userId, String key) {
        return database.sql("select matter_no from start_request where user_id = ? and request_id = ?")
                .params(userId, key)
                .query(String.class)
                .single();
    }
}
