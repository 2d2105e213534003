package org.qibu.availability;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.net.NioEndpoint;
import org.jspecify.annotations.Nullable;

/** Takes connections, and hangs up at once on an address that has too many already. Used by the one thread that accepts. */
class BoundedEndpoint extends NioEndpoint {

    private static final int LOOK_THROUGH_AFTER = 1_000;

    private final Map<InetAddress, List<SocketChannel>> byAddress = new HashMap<>();
    private volatile AddressBound bound = AddressBound.NONE;
    private int taken;

    void bound(AddressBound connections) {
        this.bound = connections;
    }

    @Override
    protected boolean setSocketOptions(SocketChannel connection) {
        if (isOneTooMany(connection)) {
            destroySocket(connection);
            return false;
        }
        return super.setSocketOptions(connection);
    }

    private boolean isOneTooMany(SocketChannel connection) {
        var address = addressOf(connection);
        if (address == null || !bound.isFor(address)) {
            return false;
        }
        forgetTheClosed();
        var known = byAddress.computeIfAbsent(address, any -> new ArrayList<>());
        if (known.size() >= bound.most()) {
            known.removeIf(each -> !each.isOpen());
        }
        return known.size() >= bound.most() || !known.add(connection);
    }

    /** Now and then, so that nothing is kept of addresses that do not come back. */
    private void forgetTheClosed() {
        taken++;
        if (taken % LOOK_THROUGH_AFTER == 0) {
            byAddress.values().forEach(each -> each.removeIf(connection -> !connection.isOpen()));
            byAddress.values().removeIf(List::isEmpty);
        }
    }

    private static @Nullable InetAddress addressOf(SocketChannel connection) {
        try {
            return connection.getRemoteAddress() instanceof InetSocketAddress from ? from.getAddress() : null;
        } catch (IOException e) {
            return null;
        }
    }
}
