package fr.jalon.query.asked;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * The address that gives the very bytes of an answer again, every date in it pinned (<i>lien permanent</i>). Its
 * relation is {@code bookmark}, which the registry of RFC 8288 keeps for permanent links.
 */
public final class Permalink {
    private final String address;
    private final boolean isAsked;

    private Permalink(String address, boolean isAsked) {
        this.address = address;
        this.isAsked = isAsked;
    }

    /** An address under {@code /api/v1}, of these path segments. */
    public static Permalink to(String... segments) {
        StringBuilder path = new StringBuilder("/api/v1");
        for (String segment : segments) {
            path.append('/').append(UriUtils.encodePathSegment(segment, StandardCharsets.UTF_8));
        }
        return new Permalink(path.toString(), false);
    }

    /** The same with one more parameter; without it where there is none. */
    public Permalink with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        // A plus is read as a space there.
        String encoded = UriUtils.encodeQueryParam(value.toString(), StandardCharsets.UTF_8)
                .replace("+", "%2B");
        return new Permalink(address + (isAsked ? '&' : '?') + name + '=' + encoded, true);
    }

    /** As a {@code Link} of this relation. */
    public String as(String relation) {
        return "<" + address + ">; rel=\"" + relation + "\"";
    }

    @Override
    public String toString() {
        return address;
    }
}
