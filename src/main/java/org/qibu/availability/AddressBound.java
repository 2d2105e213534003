package org.qibu.availability;

import java.net.InetAddress;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties.ForwardHeadersStrategy;

/**
 * How much of something one address may have at once. Does not bind a reverse proxy, whose connections are those of everybody:
 * what the installation says it is behind ({@code server.forward-headers-strategy}).
 *
 * @param most at least 1
 * @param isProxy says of an address, as digits, whether it is such a proxy
 */
record AddressBound(int most, Predicate<String> isProxy) {

    static final AddressBound NONE = new AddressBound(Integer.MAX_VALUE, address -> true);

    static AddressBound of(int most, ServerProperties server) {
        if (server.getForwardHeadersStrategy() != ForwardHeadersStrategy.NATIVE) {
            return new AddressBound(most, address -> false);
        }
        var proxies = Pattern.compile(server.getTomcat().getRemoteip().getInternalProxies());
        return new AddressBound(most, address -> proxies.matcher(address).matches());
    }

    boolean isFor(InetAddress address) {
        return isFor(address.getHostAddress());
    }

    boolean isFor(String address) {
        return !isProxy.test(address);
    }
}
