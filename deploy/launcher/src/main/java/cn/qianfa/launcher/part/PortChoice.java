package cn.qianfa.launcher.part;

import cn.qianfa.launcher.speech.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives every door its port before anything starts.
 *
 * <p>The gateway must know where the services are and they where it is, so numbers a program would choose while it
 * starts come too late; they are chosen here and handed out. Between the choice and the start somebody else may take
 * one: then everything is stopped and chosen once more.
 */
public final class PortChoice {
    private PortChoice() {}

    /**
     * @param wanted the port of each door, 0 for a free one
     * @param told what running parts have been told of one another: it holds whatever is wanted now
     * @param missing the parts that are to be started
     * @throws Refused if the port of a missing part is taken
     */
    public static Ports choose(Map<Door, Integer> wanted, Ports told, Set<Part> missing) {
        Map<Door, Integer> chosen = new HashMap<>(told.byDoor());
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (var door : wanted.keySet()) {
                if (missing.contains(door.part())) {
                    var port = told.find(door).orElse(wanted.getOrDefault(door, 0));
                    chosen.put(door, hold(door, port, held));
                }
            }
        } finally {
            held.forEach(PortChoice::release);
        }
        return new Ports(chosen);
    }

    /** Holding all of them until the last one is chosen keeps them different from one another. */
    private static int hold(Door door, int port, List<ServerSocket> held) {
        try {
            var socket = bind(port);
            held.add(socket);
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new Refused("port.taken", port, door.label(), door.setting());
        }
    }

    /** Whether nobody listens there. */
    public static boolean isFree(int port) {
        try (var _ = bind(port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static ServerSocket bind(int port) throws IOException {
        var socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
