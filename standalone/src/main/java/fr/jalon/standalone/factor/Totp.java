package fr.jalon.standalone.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that a secret and the time make (RFC 6238), as every application for them takes them: HMAC-SHA-1, six digits,
 * another every 30 seconds. A watch may be one step off.
 */
final class Totp {
    private static final String HMAC = "HmacSHA1";
    private static final int STEP_SECONDS = 30;
    private static final int OFF = 1;
    private static final int DIGITS = 6;
    private static final int LIMIT = 1_000_000;

    private Totp() {}

    /** The step of an instant. */
    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /** The step that a code is of; none where it is none of about now. */
    static OptionalLong stepOf(String code, byte[] secret, Instant now) {
        byte[] given = code.getBytes(StandardCharsets.UTF_8);
        return LongStream.rangeClosed(step(now) - OFF, step(now) + OFF)
                .filter(step -> MessageDigest.isEqual(given, code(secret, step).getBytes(StandardCharsets.UTF_8)))
                .findFirst();
    }

    static String code(byte[] secret, long step) {
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", truncated(secret, step) % LIMIT);
    }

    /** The 31 bits of RFC 4226, section 5.3. */
    static int truncated(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            byte[] digest =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = digest[digest.length - 1] & 0xf;
            return ByteBuffer.wrap(digest).getInt(offset) & Integer.MAX_VALUE;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
