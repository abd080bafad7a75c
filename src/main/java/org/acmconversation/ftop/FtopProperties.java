package org.acmconversation.ftop;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which FTOP this installation works with.
 *
 * @param adapter the one way to it
 */
@ConfigurationProperties("acm.ftop")
public record FtopProperties(@DefaultValue("embedded") Adapter adapter) {

    /** The ways to FTOP. */
    public enum Adapter {
        /** There is none: the ledger alone keeps the tasks. */
        EMBEDDED,
        /** Over HTTP, with acm.ftop.http.* */
        HTTP
    }
}
