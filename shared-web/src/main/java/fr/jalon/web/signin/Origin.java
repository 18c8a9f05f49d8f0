package fr.jalon.web.signin;

import io.github.bucket4j.Bucket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** An address that passwords come from, and how it has behaved. */
final class Origin {
    private static final int NETWORK_BYTES = 8;
    private static final int AT_ONCE = 2;

    private final Bucket attempts;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private volatile boolean known;

    /**
     * An address nothing is known of.
     *
     * @param attempts how many wrong passwords it has left
     */
    Origin(Bucket attempts) {
        this.attempts = attempts;
    }

    Bucket attempts() {
        return attempts;
    }

    /** One origin may have so many passwords checked at a time. */
    Semaphore turns() {
        return turns;
    }

    /** Whether a right password came from here. */
    boolean isKnown() {
        return known;
    }

    void becomeKnown() {
        known = true;
    }

    /** The address behind a claim. Of IPv6 the network: who has one has all of its 2⁶⁴ addresses. */
    static String of(Authentication claimed) {
        return claimed.getDetails() instanceof WebAuthenticationDetails details
                ? network(details.getRemoteAddress())
                : "unknown";
    }

    static String network(@Nullable String address) {
        if (address == null) {
            return "unknown";
        }
        try {
            InetAddress read = InetAddress.ofLiteral(address);
            return read instanceof Inet6Address
                    ? InetAddress.getByAddress(Arrays.copyOf(Arrays.copyOf(read.getAddress(), NETWORK_BYTES), 16))
                            .getHostAddress()
                    : read.getHostAddress();
        } catch (IllegalArgumentException | java.net.UnknownHostException e) {
            return "unknown";
        }
    }
}
