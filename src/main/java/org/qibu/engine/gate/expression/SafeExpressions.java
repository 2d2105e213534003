package org.qibu.engine.gate.expression;

import java.util.Set;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.qibu.engine.ModelBean;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotationUtils;

/** Runs expressions with nothing in reach but variables and the beans made for models, whatever a database holds. */
public class SafeExpressions extends JuelExpressionManager {

    private final ApplicationContext beans;

    public SafeExpressions(ApplicationContext beans) {
        this.beans = beans;
    }

    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new ModelBeans(beans));
        resolver.add(new CallsOfModelBeans());
        return resolver;
    }

    /** Calls methods of beans made for models, reads the business key of an execution, and refuses everything else. */
    private static final class CallsOfModelBeans extends BeanELResolver {

        private static final Set<String> READABLE = Set.of("processBusinessKey");

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            if (base != null && !READABLE.contains(String.valueOf(property))) {
                throw new ELException("not allowed in an expression: ." + property);
            }
            return super.getValue(context, base, property);
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] params) {
            if (base != null && AnnotationUtils.findAnnotation(base.getClass(), ModelBean.class) == null) {
                throw new ELException("not allowed in an expression: ." + method + "()");
            }
            return super.invoke(context, base, method, types, params);
        }
    }
}
