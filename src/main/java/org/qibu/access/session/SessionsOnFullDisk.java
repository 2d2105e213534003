package org.qibu.access.session;

import java.util.Optional;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.qibu.availability.DatabaseTrouble;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * Keeps logged-in reading possible when session writes fail: that a login was seen just now is noted with each
 * request, and must not turn a page that was read into a 503. A login that begins is refused, since it would not be
 * known at the next request.
 */
final class SessionsOnFullDisk implements BeanPostProcessor, MethodInterceptor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof JdbcIndexedSessionRepository)) {
            return bean;
        }
        var factory = new ProxyFactory(bean);
        factory.setProxyTargetClass(true);
        factory.addAdvice(new SessionIdsOnly());
        factory.addAdvice(this);
        return factory.getProxy();
    }

    @Override
    public @Nullable Object invoke(MethodInvocation called) throws Throwable {
        try {
            return called.proceed();
        } catch (RuntimeException failure) {
            if (isSaving(called) && DatabaseTrouble.of(failure).equals(Optional.of(DatabaseTrouble.READ_ONLY))) {
                return null;
            }
            throw failure;
        }
    }

    private static boolean isSaving(MethodInvocation called) {
        return called.getMethod().getName().equals("save")
                && called.getArguments()[0] instanceof Session known
                && known.getLastAccessedTime().isAfter(known.getCreationTime());
    }
}
