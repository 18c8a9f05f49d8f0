package fr.jalon.command.draft;

import fr.jalon.people.SealedTexts;
import fr.jalon.web.recording.DraftAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drafts in the database, each sealed whole: it may name persons. */
public final class Drafts {
    /** How many a territory can have, so that nobody fills the disk with them. */
    static final int MOST = 100;

    private final JdbcClient jdbc;
    private final SealedTexts texts;

    public Drafts(DataSource database, SealedTexts texts) {
        this.jdbc = JdbcClient.create(database);
        this.texts = texts;
    }

    /** Those of a territory, the last touched first. */
    List<DraftAnswer> of(String territory) {
        return jdbc.sql("select * from drafts.meeting where territory = :territory order by touched_at desc, id")
                .param("territory", territory)
                .query(this::read)
                .list();
    }

    Optional<DraftAnswer> find(String territory, UUID id) {
        return jdbc.sql("select * from drafts.meeting where territory = :territory and id = :id")
                .param("territory", territory)
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** A new draft; nothing where there is one of this id, or no room for more. */
    Optional<DraftAnswer> make(String territory, UUID id, DraftText text, String account) {
        return jdbc.sql("""
                        insert into drafts.meeting (territory, id, version, touched_by, sealed)
                        select :territory, :id, 1, :account, :sealed
                        where (select count(*) from drafts.meeting where territory = :territory) < :most
                        on conflict do nothing
                        returning *
                        """)
                .param("territory", territory)
                .param("id", id)
                .param("account", account)
                .param("sealed", sealed(territory, id, text))
                .param("most", MOST)
                .query(this::read)
                .optional();
    }

    /** Another version of a draft; nothing where it is no longer at the one that its author read. */
    Optional<DraftAnswer> replace(String territory, UUID id, long version, DraftText text, String account) {
        return jdbc.sql("""
                        update drafts.meeting
                        set version = version + 1, touched_by = :account, touched_at = clock_timestamp(),
                            sealed = :sealed
                        where territory = :territory and id = :id and version = :version
                        returning *
                        """)
                .param("territory", territory)
                .param("id", id)
                .param("version", version)
                .param("account", account)
                .param("sealed", sealed(territory, id, text))
                .query(this::read)
                .optional();
    }

    /** Removes this version of a draft; false where it is no longer at it. */
    boolean remove(DraftAnswer draft) {
        return jdbc.sql("delete from drafts.meeting where territory = :territory and id = :id and version = :version")
                        .param("territory", draft.territory())
                        .param("id", draft.id())
                        .param("version", draft.version())
                        .update()
                > 0;
    }

    /** Drops those that nobody touched since; how many that were. */
    int dropUntouchedSince(Instant instant) {
        return jdbc.sql("delete from drafts.meeting where touched_at < :instant")
                .param("instant", OffsetDateTime.ofInstant(instant, ZoneOffset.UTC))
                .update();
    }

    private byte[] sealed(String territory, UUID id, DraftText text) {
        return texts.seal(text.text(), place(territory, id));
    }

    private DraftAnswer read(ResultSet row, int number) throws SQLException {
        String territory = row.getString("territory");
        UUID id = row.getObject("id", UUID.class);
        DraftText text = DraftText.stored(texts.open(row.getBytes("sealed"), place(territory, id)));
        return new DraftAnswer(
                id,
                territory,
                text.title(),
                text.source(),
                text.entries(),
                row.getString("touched_by"),
                row.getObject("touched_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }

    private static String place(String territory, UUID id) {
        return "draft/" + territory + "/" + id;
    }
}
