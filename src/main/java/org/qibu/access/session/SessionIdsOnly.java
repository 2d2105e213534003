package org.qibu.access.session;

import java.util.regex.Pattern;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/**
 * Looks up only what can be the id of a session: its cookie holds whatever the sender likes, signs no database takes among
 * them, and is then as good as none.
 */
final class SessionIdsOnly implements MethodInterceptor {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Override
    public @Nullable Object invoke(MethodInvocation called) throws Throwable {
        return called.getMethod().getName().equals("findById") && !isId(called.getArguments()[0])
                ? null
                : called.proceed();
    }

    private static boolean isId(Object id) {
        return id instanceof String text && ID.matcher(text).matches();
    }
}
