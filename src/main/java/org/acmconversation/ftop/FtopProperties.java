package org.acmconversation.ftop;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the service reaches FTOP.
 *
 * @param adapter the adapter to use
 */
@ConfigurationProperties("acm.ftop")
record FtopProperties(@DefaultValue("embedded") Adapter adapter) {

    /** Adapters for FTOP. */
    enum Adapter {
        /** No FTOP: the service's own ledger stands in for it. */
        EMBEDDED,
        /** FTOP over HTTP, configured with acm.ftop.http.*. */
        HTTP
    }
}
