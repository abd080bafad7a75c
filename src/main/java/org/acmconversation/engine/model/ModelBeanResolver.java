package org.acmconversation.engine.model;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.jspecify.annotations.Nullable;

/** Resolves only {@link ModelBeans} by name. */
class ModelBeanResolver extends ELResolver {

    private final ModelBeans beans;

    ModelBeanResolver(ModelBeans beans) {
        this.beans = beans;
    }

    @Override
    public @Nullable Object getValue(ELContext context, Object base, Object property) {
        if (!isBean(base, property)) {
            return null;
        }
        context.setPropertyResolved(true);
        return beans.get((String) property);
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        if (isBean(base, property)) {
            throw new PropertyNotWritableException(property + " is a bean");
        }
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, Object base) {
        return base == null ? String.class : null;
    }

    private boolean isBean(Object base, Object property) {
        return base == null && property instanceof String name && beans.contains(name);
    }
}
