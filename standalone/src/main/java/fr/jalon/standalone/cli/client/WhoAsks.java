package fr.jalon.standalone.cli.client;

import fr.jalon.standalone.cli.terminal.Surroundings;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In whose name a server is asked, and how that is proved: a token that is given, an account and its password, or else
 * whoever signed in there.
 */
enum WhoAsks {
    NOBODY("server.sign-in"),
    ACCOUNT("server.unknown-account"),
    TOKEN("server.token"),
    SIGNED_IN("server.signed-out");

    private final String refused;

    WhoAsks(String refused) {
        this.refused = refused;
    }

    /** The sentence for a server that takes it not. */
    String refused() {
        return refused;
    }

    /**
     * How it is proved: the value of the header that says so.
     *
     * @param header empty for nobody
     */
    record Proof(WhoAsks who, Optional<String> header) {}

    /**
     * Who asks this server.
     *
     * @param user the account named on the command line; null where none is
     * @param client with which a token that has ended is renewed
     */
    static Proof at(String server, @Nullable String user, HttpClient client) {
        Surroundings here = Surroundings.current();
        String token = here.variable("JALON_TOKEN");
        if (token != null && user == null) {
            return new Proof(TOKEN, Optional.of("Bearer " + token));
        }
        String account = user == null ? here.variable("JALON_USER") : user;
        String password = here.variable("JALON_PASSWORD");
        if (account != null && password != null) {
            byte[] pair = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
            return new Proof(ACCOUNT, Optional.of("Basic " + Base64.getEncoder().encodeToString(pair)));
        }
        return (user == null ? SavedLogin.at(server, client) : Optional.<SavedLogin>empty())
                .map(login -> new Proof(SIGNED_IN, Optional.of("Bearer " + login.token())))
                .orElse(new Proof(NOBODY, Optional.empty()));
    }
}
