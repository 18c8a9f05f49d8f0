package fr.jalon.standalone.server;

import fr.jalon.events.entry.Code;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * What a server shows to prove who it is, in two PEM files that may be renewed while it serves.
 *
 * @param chain its certificate, and those of the authorities between it and one that clients trust
 */
public record Certificate(Path chain, Path key) {
    private static final String BUNDLE = "serve";
    private static final byte[] PROBE = "Jalon".getBytes(StandardCharsets.US_ASCII);

    /** What may be wrong with the files. */
    public enum Fault implements Code {
        CERTIFICATE_UNREADABLE,
        NO_CERTIFICATE,
        KEY_UNREADABLE,
        KEY_OPEN,
        NO_KEY,
        KEY_OF_ANOTHER,
        NOT_YET_VALID,
        EXPIRED
    }

    /** Looked at before anything is started: a server that fails later has a stack trace for a reason. */
    void require(InstantSource clock) {
        X509Certificate own = certificate();
        PrivateKey mine = privateKey();
        try {
            own.checkValidity(Date.from(clock.instant()));
        } catch (CertificateExpiredException past) {
            throw new UnusableCertificateException(Fault.EXPIRED);
        } catch (CertificateNotYetValidException future) {
            throw new UnusableCertificateException(Fault.NOT_YET_VALID);
        }
        if (!belongs(mine, own.getPublicKey())) {
            throw new UnusableCertificateException(Fault.KEY_OF_ANOTHER);
        }
    }

    private X509Certificate certificate() {
        try {
            List<X509Certificate> read = PemContent.load(chain).getCertificates();
            return read.getFirst();
        } catch (IOException unreadable) {
            throw new UnusableCertificateException(Fault.CERTIFICATE_UNREADABLE);
        } catch (RuntimeException none) {
            throw new UnusableCertificateException(Fault.NO_CERTIFICATE);
        }
    }

    private PrivateKey privateKey() {
        try {
            if (Files.getPosixFilePermissions(key).contains(PosixFilePermission.OTHERS_READ)) {
                throw new UnusableCertificateException(Fault.KEY_OPEN);
            }
            PrivateKey read = PemContent.load(key).getPrivateKey();
            if (read == null) {
                throw new UnusableCertificateException(Fault.NO_KEY);
            }
            return read;
        } catch (IOException unreadable) {
            throw new UnusableCertificateException(Fault.KEY_UNREADABLE);
        } catch (IllegalStateException | IllegalArgumentException none) {
            throw new UnusableCertificateException(Fault.NO_KEY);
        }
    }

    private static boolean belongs(PrivateKey key, PublicKey shown) {
        String algorithm = switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> key.getAlgorithm();
        };
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(shown);
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    /** What has Spring serve with it, and take up what replaces it. */
    Map<String, Object> properties() {
        String pem = "spring.ssl.bundle.pem." + BUNDLE;
        return Map.of(
                "server.ssl.bundle",
                BUNDLE,
                pem + ".reload-on-update",
                true,
                pem + ".keystore.certificate",
                chain.toAbsolutePath().toUri().toString(),
                pem + ".keystore.private-key",
                key.toAbsolutePath().toUri().toString(),
                // Of a renewal that is half done: the pair before it goes on being shown.
                pem + ".keystore.verify-keys",
                true);
    }
}
