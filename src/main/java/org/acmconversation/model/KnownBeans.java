package org.acmconversation.model;

import java.util.Set;
import org.acmconversation.engine.model.AllowedBeans;

/** The allowed beans, known without starting the application. */
record KnownBeans(KnownNames known) implements AllowedBeans {

    @Override
    public Set<String> delegates() {
        return known.runnable();
    }

    @Override
    public Set<String> callable() {
        return known.helpers().keySet();
    }

    @Override
    public boolean canCall(String name, String method) {
        return known.helpers().getOrDefault(name, Set.of()).contains(method);
    }

    /** Unknown names are reported as undocumented variables. */
    @Override
    public boolean isForbidden(String name) {
        return false;
    }
}
