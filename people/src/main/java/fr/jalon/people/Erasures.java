package fr.jalon.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Persons forgotten: one account asks, another confirms, and in that transaction the key is destroyed. What was done
 * stays written down, here and, soon after, in a register; and no more who it was.
 */
public final class Erasures {
    /** Which register has the entries of erasures: where the national level is a territory. */
    public static final String REGISTER = "${jalon.national-register:france}";

    private final JdbcClient jdbc;

    public Erasures(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /**
     * An erasure.
     *
     * @param person of whom it is asked; null once it is done
     * @param reason null where it was redacted since
     * @param confirmedBy null as long as it is only asked for
     * @param entry what a register has of it; null as long as none has
     */
    public record Erasure(
            long number,
            @Nullable String person,
            @Nullable String reason,
            String askedBy,
            Instant askedAt,
            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt,
            @Nullable InRegister entry) {
        /** What is told of it for later; nothing where it is not done. */
        public Optional<Done> done() {
            return confirmedBy == null || confirmedAt == null
                    ? Optional.empty()
                    : Optional.of(new Done(
                            askedBy, askedAt, confirmedBy, confirmedAt, reason, entry == null ? null : entry.entryId));
        }
    }

    /** The entry of an erasure. */
    public record InRegister(String territory, UUID entryId, long position) {}

    /**
     * An erasure that was done before an older back-up was restored, as it was told then.
     *
     * @param reason null where it was redacted
     * @param entryId the id of its entry; null where no register had one
     */
    public record Done(
            String askedBy,
            Instant askedAt,
            String confirmedBy,
            Instant confirmedAt,
            @Nullable String reason,
            @Nullable UUID entryId) {}

    /**
     * What shows that a list of erasures was told by this register: made with the key that persons' keys are kept
     * under, which a restored back-up goes on with. Without it one account alone could forget anybody.
     */
    public static final class Seal {
        private static final String USE = "erasures";

        private final SecretKeySpec key;

        public Seal(KeyWrap wrap) {
            this.key = new SecretKeySpec(wrap.wrap(USE.getBytes(StandardCharsets.UTF_8), USE), "HmacSHA256");
        }

        /** The seal of these persons' ids and of what is told of their erasures, but for the reasons. */
        public String of(Collection<String> erased, Collection<Done> told) {
            Stream<String> done = told.stream()
                    .flatMap(each -> Stream.of(
                            each.askedBy,
                            each.askedAt.toString(),
                            each.confirmedBy,
                            each.confirmedAt.toString(),
                            Objects.toString(each.entryId, "")));
            byte[][] parts = Stream.of(Stream.of(Integer.toString(erased.size())), erased.stream(), done)
                    .flatMap(Function.identity())
                    .map(part -> part.getBytes(StandardCharsets.UTF_8))
                    .toArray(byte[][]::new);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Cipher.digest(key, parts));
        }

        /** Whether this is their seal. */
        public boolean isOf(@Nullable String seal, Collection<String> erased, Collection<Done> told) {
            return seal != null
                    && MessageDigest.isEqual(
                            of(erased, told).getBytes(StandardCharsets.UTF_8), seal.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * An erasure that is done and that no register has yet.
     *
     * @param entryId the id that its entry has, whoever records it
     * @param recordedBy who confirmed it, or who sent it again after a restore
     */
    public record Unrecorded(
            long number,
            UUID entryId,
            @Nullable String reason,
            String askedBy,
            String confirmedBy,
            Instant confirmedAt,
            String recordedBy) {}

    /** Asks for it, or confirms what another account asked for; nothing where there is nobody to forget. */
    public Optional<Erasure> erase(String person, String account, String reason) {
        return jdbc.sql("select number from people.erase(:person, :account, :reason)")
                .param("person", person)
                .param("account", account)
                .param("reason", reason)
                .query(Long.class)
                .optional()
                .flatMap(number -> read(number).stream().findFirst());
    }

    /** All that were asked for, the latest first. */
    public List<Erasure> all() {
        return read(null);
    }

    /** Those that are to be recorded, in the order in which they were asked for. */
    public List<Unrecorded> unrecorded() {
        return jdbc.sql("""
                        select number, entry_id, reason, asked_by, confirmed_by, confirmed_at,
                            coalesce(sent_by, confirmed_by) as recorded_by
                        from people.erasure e
                        where confirmed_at is not null
                            and not exists (select from events.event v where v.entry_id = e.entry_id)
                        order by number
                        """)
                .query((row, _) -> new Unrecorded(
                        row.getLong("number"),
                        row.getObject("entry_id", UUID.class),
                        row.getString("reason"),
                        row.getString("asked_by"),
                        row.getString("confirmed_by"),
                        row.getObject("confirmed_at", OffsetDateTime.class).toInstant(),
                        row.getString("recorded_by")))
                .list();
    }

    /** Whether anybody opened this register. */
    public boolean isOpen(String territory) {
        return jdbc.sql("select exists (select from events.event where territory = :territory and position = 1)")
                .param("territory", territory)
                .query(Boolean.class)
                .single();
    }

    /** Everybody who was erased: to be forgotten again once an older back-up was restored. */
    public List<String> erased() {
        return jdbc.sql("select person from people.key where wrapped is null order by person")
                .query((row, _) -> Objects.requireNonNull(row.getString("person")))
                .list();
    }

    /**
     * Forgets those anew whom a back-up brought back; how many there were. What is told of their erasures is written
     * down again, so that the register has their entries again too.
     *
     * @param account who sends this
     */
    public long eraseAgain(Collection<String> persons, Collection<Done> told, String account) {
        return jdbc.sql("select people.erase_again(:persons, :told::jsonb, :account)")
                .param("persons", persons.toArray(String[]::new))
                .param("told", told(told))
                .param("account", account)
                .query(Long.class)
                .single();
    }

    private static String told(Collection<Done> told) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (Done each : told) {
            ObjectNode row = rows.addObject();
            row.put("asked_by", each.askedBy);
            row.put("asked_at", each.askedAt.toString());
            row.put("confirmed_by", each.confirmedBy);
            row.put("confirmed_at", each.confirmedAt.toString());
            row.put("reason", each.reason);
            row.put("entry_id", each.entryId == null ? null : each.entryId.toString());
        }
        return rows.toString();
    }

    /** @param number of the one that is wanted; null for all */
    private List<Erasure> read(@Nullable Long number) {
        return jdbc.sql("""
                        select e.*, v.territory, v.position from people.erasure e
                        left join events.event v on v.entry_id = e.entry_id
                        where coalesce(e.number = :number::bigint, true) order by e.number desc
                        """)
                .param("number", number)
                .query((row, _) -> erasure(row))
                .list();
    }

    private static Erasure erasure(ResultSet row) throws SQLException {
        OffsetDateTime confirmedAt = row.getObject("confirmed_at", OffsetDateTime.class);
        String territory = row.getString("territory");
        return new Erasure(
                row.getLong("number"),
                row.getString("person"),
                row.getString("reason"),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("confirmed_by"),
                confirmedAt == null ? null : confirmedAt.toInstant(),
                territory == null
                        ? null
                        : new InRegister(territory, row.getObject("entry_id", UUID.class), row.getLong("position")));
    }
}
