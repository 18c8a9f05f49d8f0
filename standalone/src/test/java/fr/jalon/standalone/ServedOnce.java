package fr.jalon.standalone;

import fr.jalon.standalone.server.Options;
import fr.jalon.standalone.server.StandaloneServer;
import java.net.InetAddress;
import java.nio.file.Path;

/** A server that starts and stops at once: what it loads is what each server loads. */
final class ServedOnce {
    private ServedOnce() {}

    public static void main(String[] arguments) {
        StandaloneServer server =
                StandaloneServer.start(new Options(InetAddress.getLoopbackAddress(), 0, Path.of(arguments[0]), true));
        server.close();
        System.exit(0);
    }
}
