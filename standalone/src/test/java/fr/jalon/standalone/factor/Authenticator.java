package fr.jalon.standalone.factor;

import java.time.Instant;

/** Somebody's application for codes, which knows this secret. */
public record Authenticator(String secret) {
    /** The code that it shows now. */
    public String code() {
        return Totp.code(Base32.bytes(secret), Totp.step(Instant.now()));
    }
}
