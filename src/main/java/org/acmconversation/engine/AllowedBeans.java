package org.acmconversation.engine;

import java.util.Set;

/** The beans that models may name: those of the running application, or what a build knows of them. */
public interface AllowedBeans {

    /** Names of the delegates and listeners, which the engine runs. */
    Set<String> delegates();

    /** Names of the beans whose methods expressions may call. */
    Set<String> callable();

    /** Whether the bean with that name is one of those, and has that method. */
    boolean canCall(String name, String method);

    /** Whether there is such a bean that models may not use. */
    boolean isForbidden(String name);

    /** Whether models may name it in one way or the other. */
    default boolean contains(String name) {
        return delegates().contains(name) || callable().contains(name);
    }
}
