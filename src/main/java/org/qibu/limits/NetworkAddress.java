package org.qibu.limits;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Whom a limit counts where it goes by the network address a request came from. */
public final class NetworkAddress {

    private static final int IPV6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;

    private NetworkAddress() {}

    /**
     * The network behind an address: an IPv6 address without its last 64 bits, which whoever has one is free to choose anew
     * with each request; every other address as it is, an IPv4 address in the clothes of IPv6 as IPv4.
     *
     * @param address as the container tells it; what is no address comes back unchanged
     */
    public static String networkOf(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            var zone = address.indexOf('%');
            var found = InetAddress.getByName(zone < 0 ? address : address.substring(0, zone));
            var bytes = found.getAddress();
            return bytes.length == IPV6_BYTES
                    ? HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES) + "/64"
                    : found.getHostAddress();
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
