package fr.jalon.query.audit;

import fr.jalon.log.Checkpoint;
import fr.jalon.log.Hash;
import fr.jalon.log.Merkle;
import fr.jalon.log.Nodes;
import fr.jalon.log.SignedNote;
import fr.jalon.log.VerifierKey;
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
        static Signed of(String note) {
            return new Signed(Checkpoint.parse(SignedNote.parse(note).text()), note);
        }
    }

    /** A leaf as it was sealed, and the entry it stands for. */
    record SealedLeaf(long index, Hash hash, Hash raw, UUID entryId, String territory, long position) {}

    /** What was signed last; nothing where no notary ever ran. */
    public Optional<Signed> checkpoint() {
        return sql.sql("select note from sealed.checkpoint order by number desc limit 1")
                .query(String.class)
                .optional()
                .map(Signed::of);
    }

    /** Every key that ever signed: first the one that signed last, which may be an old one put back in use. */
    public List<VerifierKey> keys() {
        Optional<SignedNote> last = checkpoint().map(signed -> SignedNote.parse(signed.note()));
        return sql
                .sql("select key from sealed.verifier_key order by since desc, key")
                .query((row, number) -> VerifierKey.parse(row.getString(1)))
                .list()
                .stream()
                .sorted(Comparator.comparing(key -> last.filter(key::signed).isEmpty()))
                .toList();
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
    Hash root(long size) {
        return fetching(nodes -> Merkle.root(nodes, size));
    }

    /** The leaves from an index on. */
    List<SealedLeaf> leaves(long from, int limit) {
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
    boolean isSealed(UUID entryId) {
        return sql.sql("select exists (select from sealed.leaf where entry_id = ?)")
                .param(entryId)
                .query(Boolean.class)
                .single();
    }

    /** The nodes as they are stored, one by one. */
    Nodes nodes() {
        return (level, index) -> hashes(Map.of(new Place(level, index), UNKNOWN)).values().stream()
                .findFirst()
                .orElseThrow(() -> new MissingNodeException(level, index));
    }

    /** Which node. */
    record Place(int level, long index) {}

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
        return way.apply((level, index) -> {
            Hash hash = hashes.get(new Place(level, index));
            if (hash == null) {
                throw new MissingNodeException(level, index);
            }
            return hash;
        });
    }
}
