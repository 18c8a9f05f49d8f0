package fr.jalon.query.asked;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The address that gives the very bytes of an answer again, every date in it pinned (<i>lien permanent</i>). Its
 * relation is {@code bookmark}, which the registry of RFC 8288 keeps for permanent links.
 */
public final class Permalink {
    private final UriComponentsBuilder address;

    private Permalink(UriComponentsBuilder address) {
        this.address = address;
    }

    /** An address under {@code /api/v1}, of these path segments. */
    public static Permalink to(String... segments) {
        return new Permalink(UriComponentsBuilder.fromPath("/api/v1").pathSegment(segments));
    }

    /** The same with one more parameter; without it where there is none. */
    public Permalink with(String name, @Nullable Object value) {
        UriComponentsBuilder longer = address.cloneBuilder();
        return new Permalink(value == null ? longer : longer.queryParam(name, value));
    }

    /** As a {@code Link} of this relation. */
    public String as(String relation) {
        return "<" + this + ">; rel=\"" + relation + "\"";
    }

    @Override
    public String toString() {
        return address.encode().toUriString();
    }
}
