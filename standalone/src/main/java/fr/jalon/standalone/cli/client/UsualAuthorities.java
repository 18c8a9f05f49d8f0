package fr.jalon.standalone.cli.client;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trust in the authorities that this Java trusts, which are read when a server first shows its certificate: a command
 * that asks one in clear, on its own machine, would wait for them longer than for its answer.
 */
final class UsualAuthorities extends X509ExtendedTrustManager {
    private @Nullable X509ExtendedTrustManager read;

    private UsualAuthorities() {}

    /** What speaks TLS with servers that these authorities vouch for. */
    static SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new UsualAuthorities()}, null);
            return context;
        } catch (GeneralSecurityException none) {
            throw new IllegalStateException("This Java speaks no TLS", none);
        }
    }

    private synchronized X509ExtendedTrustManager usual() {
        if (read == null) {
            try {
                TrustManagerFactory factory =
                        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                factory.init((KeyStore) null);
                read = (X509ExtendedTrustManager) factory.getTrustManagers()[0];
            } catch (GeneralSecurityException unread) {
                throw new IllegalStateException("The authorities that this Java trusts cannot be read", unread);
            }
        }
        return read;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        usual().checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        usual().checkServerTrusted(chain, type, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        usual().checkServerTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        usual().checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        usual().checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        usual().checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return usual().getAcceptedIssuers();
    }
}
