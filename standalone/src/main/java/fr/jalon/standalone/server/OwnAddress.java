package fr.jalon.standalone.server;

import fr.jalon.console.client.RegisterAddress;
import java.net.InetAddress;
import java.net.URI;
import org.apache.catalina.connector.Connector;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;

/**
 * Where the console asks the register of its own process. What is served over TLS has a certificate for another name
 * than this machine's own: then there is a second way in, for this machine alone.
 */
final class OwnAddress implements RegisterAddress, WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final Environment environment;
    private final @Nullable Connector ownWayIn;

    OwnAddress(Environment environment, boolean isOverTls) {
        this.environment = environment;
        this.ownWayIn = isOverTls ? forThisMachine() : null;
    }

    private static Connector forThisMachine() {
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
        return connector;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (ownWayIn != null) {
            factory.addAdditionalConnectors(ownWayIn);
        }
    }

    @Override
    public URI get() {
        String host = ownWayIn == null
                ? environment.getRequiredProperty("server.address")
                : InetAddress.getLoopbackAddress().getHostAddress();
        int port = ownWayIn == null
                ? environment.getRequiredProperty("local.server.port", Integer.class)
                : ownWayIn.getLocalPort();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }
}
