package org.acmconversation.outbound;

import java.net.URI;
import java.util.regex.Pattern;

/** Addresses of other servers. */
public final class ServerAddress {

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";

    private static final Pattern LOOPBACK = Pattern.compile("localhost|\\[::1]|127(\\." + OCTET + "){3}");

    private ServerAddress() {}

    /**
     * Whether the connection cannot be eavesdropped on: https, or http to a server on this computer.
     *
     * @param address an address, which may have no host
     */
    public static boolean isConfidential(URI address) {
        return "https".equals(address.getScheme())
                || "http".equals(address.getScheme())
                        && address.getHost() != null
                        && LOOPBACK.matcher(address.getHost()).matches();
    }
}
