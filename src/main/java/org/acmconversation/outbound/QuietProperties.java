package org.acmconversation.outbound;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whether this node suppresses calls to other systems.
 *
 * @param quiet true if it calls no other system but the login's provider; by default it calls them, but a node on a
 *     database that was restored from a dump does not start until this is set
 */
@ConfigurationProperties("acm")
record QuietProperties(@Nullable Boolean quiet) {}
