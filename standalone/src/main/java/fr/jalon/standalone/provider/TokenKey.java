package fr.jalon.standalone.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import fr.jalon.postgres.PrivateDirectory;
import fr.jalon.web.start.RefusedStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/** The key that tokens are signed with: made at the first start, in the data directory, for its owner alone to read. */
final class TokenKey {
    static final SignatureAlgorithm ALGORITHM = SignatureAlgorithm.ES256;

    private static final String FILE = "tokens.jwk";

    private TokenKey() {}

    /**
     * The key in a data directory; deleting it ends every token.
     *
     * @throws RefusedStart if what is there is none
     */
    static JWKSource<SecurityContext> in(Path data) {
        try {
            Path file = PrivateDirectory.inside(data, "keys").resolve(FILE);
            if (Files.notExists(file) || Files.size(file) == 0) {
                Files.writeString(PrivateDirectory.file(file), newKey().toJSONString());
            }
            return new ImmutableJWKSet<>(new JWKSet(ECKey.parse(Files.readString(file))));
        } catch (ParseException none) {
            throw new RefusedStart("The file keys/" + FILE + " in " + data + " holds no key that signs tokens:"
                    + " delete it, and another is made; whoever is signed in then signs in again.");
        } catch (IOException e) {
            throw new UncheckedIOException("The key that signs tokens cannot be kept in " + data, e);
        }
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
