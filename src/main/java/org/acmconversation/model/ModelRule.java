package org.acmconversation.model;

/** Rules about one subject. A rule sees all files, since models refer to each other. */
@FunctionalInterface
interface ModelRule {

    void check(ModelFiles models, KnownNames known, Report report);
}
