package org.acmconversation.engine.model;

import java.util.Set;

/** The beans that models may refer to, in the running application or as known to the build. */
public interface AllowedBeans {

    /** Returns the names of delegates and listeners. */
    Set<String> delegates();

    /** Returns the names of beans whose methods expressions may call. */
    Set<String> callable();

    /** Whether expressions may call the method of the bean. */
    boolean canCall(String name, String method);

    /** Whether the bean exists but models may not use it. */
    boolean isForbidden(String name);

    /** Whether models may refer to the bean. */
    default boolean contains(String name) {
        return delegates().contains(name) || callable().contains(name);
    }
}
