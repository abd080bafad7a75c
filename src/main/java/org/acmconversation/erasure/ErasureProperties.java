package org.acmconversation.erasure;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Erasure of personal data.
 *
 * @param fourEyes whether an administrator other than the one who requested an erasure has to confirm it
 */
@ConfigurationProperties("acm.erasure")
record ErasureProperties(@DefaultValue("true") boolean fourEyes) {}
