package org.qibu.engine.settings;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.ognl.ObjectPropertyAccessor;
import org.apache.ibatis.ognl.OgnlContext;
import org.apache.ibatis.ognl.OgnlException;
import org.apache.ibatis.ognl.OgnlRuntime;

/**
 * Reads a property of a query for MyBatis by the getter it found the first time. OGNL itself goes through all methods of the
 * class again, in lower case, for each property whose getter is named in an unusual way, and a query of the engine is put
 * together of hundreds of conditions on its properties.
 */
final class CachedPropertyAccessor extends ObjectPropertyAccessor {

    /** By class and property; empty where only OGNL itself knows how to read it. */
    private final Map<Class<?>, Map<String, Optional<Method>>> getters = new ConcurrentHashMap<>();

    /** Makes MyBatis read all properties this way; meant to be called before its first query. */
    static void install() {
        OgnlRuntime.setPropertyAccessor(Object.class, new CachedPropertyAccessor());
    }

    @Override
    public Object getPossibleProperty(OgnlContext context, Object target, String name) throws OgnlException {
        var getter = getters.computeIfAbsent(target.getClass(), type -> new ConcurrentHashMap<>())
                .computeIfAbsent(name, property -> getter(target.getClass(), property));
        return getter.isPresent()
                ? value(getter.get(), target, name)
                : super.getPossibleProperty(context, target, name);
    }

    /** The method OGNL would choose, as far as anybody may call it. */
    private static Optional<Method> getter(Class<?> type, String property) {
        var usual = OgnlRuntime.getGetMethod(type, property);
        return Optional.ofNullable(usual != null ? usual : OgnlRuntime.getReadMethod(type, property))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> Modifier.isPublic(method.getDeclaringClass().getModifiers()))
                .filter(method -> method.getParameterCount() == 0);
    }

    private static Object value(Method getter, Object target, String name) throws OgnlException {
        try {
            return getter.invoke(target);
        } catch (InvocationTargetException failed) {
            throw new OgnlException(name, failed.getTargetException());
        } catch (IllegalAccessException hidden) {
            throw new OgnlException(name, hidden);
        }
    }
}
