package org.qibu.engine.gate.expression;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.qibu.engine.ModelBean;
import org.springframework.context.ApplicationContext;

/** Shows expressions the beans made for models, and no other bean of the application. */
final class ModelBeans extends ELResolver {

    private final ApplicationContext beans;
    private volatile Set<String> names;

    ModelBeans(ApplicationContext beans) {
        this.beans = beans;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base != null || !names().contains(String.valueOf(property))) {
            return null;
        }
        context.setPropertyResolved(true);
        return beans.getBean(property.toString());
    }

    private Set<String> names() {
        if (names == null) {
            names = Set.of(beans.getBeanNamesForAnnotation(ModelBean.class));
        }
        return names;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return Object.class;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        throw new UnsupportedWrite(property);
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }

    /** An expression that tries to replace one of our beans. */
    static final class UnsupportedWrite extends RuntimeException {

        UnsupportedWrite(Object property) {
            super("an expression must not write " + property);
        }
    }
}
