package org.qibu.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.beans.Introspector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.ibatis.ognl.NoSuchPropertyException;
import org.apache.ibatis.ognl.ObjectPropertyAccessor;
import org.apache.ibatis.ognl.Ognl;
import org.apache.ibatis.ognl.OgnlContext;
import org.apache.ibatis.ognl.OgnlException;
import org.apache.ibatis.ognl.PropertyAccessor;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CachedPropertyAccessorTest {

    private final OgnlContext context = (OgnlContext) Ognl.createDefaultContext(null);
    private final PropertyAccessor cached = new CachedPropertyAccessor();
    private final PropertyAccessor usual = new ObjectPropertyAccessor();

    static List<Object> queries() {
        return List.of(
                new TaskQueryImpl()
                        .taskName("踏勘")
                        .taskAssignee("clerk")
                        .or()
                        .taskUnassigned()
                        .endOr(),
                new ProcessInstanceQueryImpl()
                        .processInstanceBusinessKey("HZ-AS-2026-0001")
                        .active(),
                new VariableInstanceQueryImpl().executionIdIn("1", "2"),
                new AuthorizationCheck());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void every_property_of_a_query_reads_as_it_does_without_the_cache_the_first_time_and_later(Object query)
            throws Exception {
        var properties = new TreeSet<String>();
        for (var method : query.getClass().getMethods()) {
            var name = method.getName();
            if (method.getParameterCount() == 0
                    && method.getReturnType() != void.class
                    && name.matches("(get|is)[A-Z].*")) {
                properties.add(Introspector.decapitalize(name.replaceFirst("get|is", "")));
                properties.add(name);
            }
        }
        assertThat(properties).hasSizeGreaterThan(10);
        for (var property : properties) {
            var expected = read(usual, query, property);
            assertThat(read(cached, query, property)).as(property).isEqualTo(expected);
            assertThat(read(cached, query, property)).as(property).isEqualTo(expected);
        }
    }

    @Test
    void a_property_there_is_not_is_refused() {
        assertThatThrownBy(() -> cached.getProperty(context, new TaskQueryImpl(), "nosuch"))
                .isInstanceOf(NoSuchPropertyException.class);
    }

    @Test
    void what_a_getter_throws_is_told() {
        var failing = new Failing();
        assertThatThrownBy(() -> cached.getProperty(context, failing, "value"))
                .isInstanceOf(OgnlException.class)
                .hasRootCauseMessage("no value");
    }

    /** Some property whose getter fails. */
    public static class Failing {
        public String getValue() {
            throw new IllegalStateException("no value");
        }
    }

    private Object read(PropertyAccessor accessor, Object target, String property) {
        try {
            var value = accessor.getProperty(context, target, property);
            return value instanceof Object[] array ? Arrays.asList(array) : value == null ? Map.of() : value;
        } catch (OgnlException refused) {
            return refused.getClass();
        }
    }
}
