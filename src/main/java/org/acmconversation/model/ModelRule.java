package org.acmconversation.model;

/** Rules about one subject. Each looks at all files, since models refer to one another. */
@FunctionalInterface
interface ModelRule {

    void check(ModelFiles models, KnownNames known, Report report);
}
