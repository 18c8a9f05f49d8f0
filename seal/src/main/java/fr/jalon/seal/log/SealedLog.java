package fr.jalon.seal.log;

import fr.jalon.log.Checkpoint;
import fr.jalon.log.Hash;
import fr.jalon.log.Merkle;
import fr.jalon.log.Nodes;
import fr.jalon.log.SignedNote;
import fr.jalon.log.VerifierKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sealed log as it is kept: checkpoints, keys, leaves and the tree, and the proofs that follow from them. */
public final class SealedLog {
    private static final Hash UNKNOWN = Hash.ofNothing();

    private final JdbcClient sql;

    /** The log behind these connections, which need no more than the right to read it. */
    public SealedLog(DataSource dataSource) {
        this.sql = JdbcClient.create(dataSource);
    }

    /**
     * A checkpoint and the note that it is signed in.
     *
     * @param note as it was sealed, byte for byte
     */
    public record Signed(Checkpoint checkpoint, String note) {
        public static Signed of(String note) {
            return new Signed(Checkpoint.parse(SignedNote.parse(note).text()), note);
        }
    }

    /** A leaf as it was sealed, and the entry it stands for. */
    public record SealedLeaf(long index, Hash hash, Hash raw, UUID entryId, String territory, long position) {}

    /** A row of the checkpoints, whatever it holds. */
    public record CheckpointRow(long number, long size, String note) {}

    /** How many leaves there are, and which checkpoint is the last, at one moment. */
    public record Stand(long leaves, long lastCheckpoint) {}

    /** The largest that was signed and can be read; nothing where no notary ever ran. */
    public Optional<Signed> checkpoint() {
        return sql
                .sql("select number, size, note from sealed.checkpoint order by size desc, number desc limit 100")
                .query(SealedLog::checkpointRow)
                .list()
                .stream()
                .flatMap(row -> readable(row).stream())
                .findFirst();
    }

    /** What a row holds, if it is a checkpoint of the size it says. */
    public static Optional<Signed> readable(CheckpointRow row) {
        try {
            return Optional.of(Signed.of(row.note))
                    .filter(signed -> signed.checkpoint().size() == row.size);
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /** The checkpoints from a number on, up to another. */
    public List<CheckpointRow> checkpoints(long from, long last, int limit) {
        return sql.sql("""
                        select number, size, note from sealed.checkpoint where number >= ? and number <= ?
                        order by number limit ?
                        """)
                .params(from, last, limit)
                .query(SealedLog::checkpointRow)
                .list();
    }

    private static CheckpointRow checkpointRow(ResultSet row, int number) throws SQLException {
        return new CheckpointRow(row.getLong("number"), row.getLong("size"), row.getString("note"));
    }

    public Stand stand() {
        return sql.sql("""
                        select (select count(*) from sealed.leaf) as leaves,
                            (select coalesce(max(number), 0) from sealed.checkpoint) as checkpoint
                        """)
                .query((row, number) -> new Stand(row.getLong("leaves"), row.getLong("checkpoint")))
                .single();
    }

    /**
     * Every key that ever signed: first the one that signed last, which may be an old one put back in use. Only those
     * that this one vouches for, where it vouched for any.
     */
    public List<VerifierKey> keys() {
        Optional<SignedNote> last = checkpoint().map(signed -> SignedNote.parse(signed.note()));
        List<VerifierKey> listed = listedKeys().stream()
                .flatMap(text -> key(text).stream())
                .sorted(Comparator.comparing(key -> last.filter(key::signed).isEmpty()))
                .toList();
        if (last.isEmpty() || listed.isEmpty()) {
            return listed;
        }
        return keyring(listed.getFirst())
                .map(ring -> listed.stream().filter(ring::has).toList())
                .orElse(listed);
    }

    /** The keys as they are listed, those that are none too. */
    public List<String> listedKeys() {
        return sql.sql("select key from sealed.verifier_key order by since desc, key")
                .<String>query((row, number) -> row.getString(1))
                .list();
    }

    public static Optional<VerifierKey> key(String text) {
        try {
            return Optional.of(VerifierKey.parse(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /** The last keyring that this key signed. */
    public Optional<Keyring> keyring(VerifierKey by) {
        return keyrings().stream()
                .flatMap(note -> keyring(note).stream())
                .filter(ring -> ring.isSignedBy(by))
                .findFirst();
    }

    /** The keyrings as they are kept, the last first. */
    public List<String> keyrings() {
        return sql.sql("select note from sealed.keyring order by number desc")
                .<String>query((row, number) -> row.getString(1))
                .list();
    }

    public static Optional<Keyring> keyring(String note) {
        try {
            return Optional.of(Keyring.parse(note));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /** How many leaves there are. */
    public long size() {
        return sql.sql("select coalesce(max(index) + 1, 0) from sealed.leaf")
                .query(Long.class)
                .single();
    }

    /** The path from a leaf to the root of a tree of this size. */
    public List<Hash> inclusion(long index, long size) {
        return fetching(nodes -> Merkle.inclusion(nodes, index, size));
    }

    /** The same for several leaves, in their order. */
    public List<List<Hash>> inclusions(List<Long> indexes, long size) {
        return fetching(nodes -> indexes.stream()
                .map(index -> Merkle.inclusion(nodes, index, size))
                .toList());
    }

    /** The proof that a tree of one size begins with that of another. */
    public List<Hash> consistency(long from, long to) {
        return fetching(nodes -> Merkle.consistency(nodes, from, to));
    }

    /** The root of the tree of the first leaves. */
    public Hash root(long size) {
        return fetching(nodes -> Merkle.root(nodes, size));
    }

    /** The leaves from an index on. */
    public List<SealedLeaf> leaves(long from, int limit) {
        return sql.sql("select * from sealed.leaf where index >= ? order by index limit ?")
                .params(from, limit)
                .query((row, number) -> new SealedLeaf(
                        row.getLong("index"),
                        Hash.of(row.getBytes("hash")),
                        Hash.of(row.getBytes("raw")),
                        row.getObject("entry_id", UUID.class),
                        row.getString("territory"),
                        row.getLong("position")))
                .list();
    }

    /** The leaf at an index. */
    Optional<SealedLeaf> leaf(long index) {
        return leaves(index, 1).stream().filter(leaf -> leaf.index() == index).findFirst();
    }

    /** Whether there is a leaf for this entry. */
    public boolean isSealed(UUID entryId) {
        return sql.sql("select exists (select from sealed.leaf where entry_id = ?)")
                .param(entryId)
                .query(Boolean.class)
                .single();
    }

    /** Leaves that stand beyond a size, and beyond what any later checkpoint is of. */
    public List<Long> leavesBeyond(long size, long checkpoint) {
        return sql.sql("""
                        select index from sealed.leaf where index >= greatest(?, (
                            select coalesce(max(size), 0) from sealed.checkpoint where number > ?))
                        order by index
                        """)
                .params(size, checkpoint)
                .<Long>query((row, number) -> row.getLong(1))
                .list();
    }

    /** Nodes of which a tree of this size, or of a later checkpoint's, knows nothing. */
    public List<Place> nodesBeyond(long size, long checkpoint) {
        return sql.sql("""
                        select level, index from sealed.node, (
                            select greatest(?, coalesce(max(size), 0)) as size from sealed.checkpoint where number > ?
                        ) signed
                        where level > 62 or index >= (signed.size >> level) order by level, index
                        """)
                .params(size, checkpoint)
                .query((row, number) -> new Place(row.getInt("level"), row.getLong("index")))
                .list();
    }

    /** The hashes of one level, leaves being level 0, from one index to before another. */
    public Map<Long, Hash> level(int level, long from, long to) {
        Map<Long, Hash> hashes = new HashMap<>();
        JdbcClient.StatementSpec query = level == 0
                ? sql.sql("select index, hash from sealed.leaf where index >= ? and index < ?")
                        .params(from, to)
                : sql.sql("select index, hash from sealed.node where level = ? and index >= ? and index < ?")
                        .params(level, from, to);
        query.query((row, number) -> hashes.put(row.getLong("index"), Hash.of(row.getBytes("hash"))))
                .list();
        return hashes;
    }

    /** The roots of trees of these sizes; none of one that lacks a node. */
    public Map<Long, Hash> roots(Collection<Long> sizes) {
        Map<Place, Hash> needed = new HashMap<>();
        for (long size : sizes) {
            var _ = Merkle.root(
                    (level, index) -> {
                        needed.put(new Place(level, index), UNKNOWN);
                        return UNKNOWN;
                    },
                    size);
        }
        Map<Place, Hash> hashes = hashes(needed);
        Map<Long, Hash> roots = new HashMap<>();
        for (long size : sizes) {
            try {
                roots.put(size, Merkle.root((level, index) -> of(hashes, level, index), size));
            } catch (MissingNodeException gone) {
                // It is named where it is gone from.
            }
        }
        return roots;
    }

    private static Hash of(Map<Place, Hash> hashes, int level, long index) {
        Hash hash = hashes.get(new Place(level, index));
        if (hash == null) {
            throw new MissingNodeException(level, index);
        }
        return hash;
    }

    /** The nodes as they are stored, one by one. */
    public Nodes nodes() {
        return (level, index) -> hashes(Map.of(new Place(level, index), UNKNOWN)).values().stream()
                .findFirst()
                .orElseThrow(() -> new MissingNodeException(level, index));
    }

    /** Which node. */
    public record Place(int level, long index) {}

    /** Those of these nodes that are stored. */
    Map<Place, Hash> hashes(Map<Place, ?> places) {
        Map<Place, Hash> hashes = new HashMap<>();
        sql.sql("""
                        select w.level, w.index, coalesce(n.hash, l.hash) as hash
                        from unnest(?::int[], ?::bigint[]) w(level, index)
                        left join sealed.node n on n.level = w.level and n.index = w.index
                        left join sealed.leaf l on w.level = 0 and l.index = w.index
                        where coalesce(n.hash, l.hash) is not null
                        """)
                .params(
                        places.keySet().stream().map(Place::level).toArray(Integer[]::new),
                        places.keySet().stream().map(Place::index).toArray(Long[]::new))
                .query((row, number) ->
                        Map.entry(new Place(row.getInt("level"), row.getLong("index")), Hash.of(row.getBytes("hash"))))
                .list()
                .forEach(node -> hashes.put(node.getKey(), node.getValue()));
        return hashes;
    }

    /** Goes the way once to learn which nodes it needs, gets them all in one query, and goes it again. */
    private <T> T fetching(Function<Nodes, T> way) {
        Map<Place, Hash> needed = new HashMap<>();
        var _ = way.apply((level, index) -> {
            needed.put(new Place(level, index), UNKNOWN);
            return UNKNOWN;
        });
        Map<Place, Hash> hashes = hashes(needed);
        return way.apply((level, index) -> of(hashes, level, index));
    }
}
