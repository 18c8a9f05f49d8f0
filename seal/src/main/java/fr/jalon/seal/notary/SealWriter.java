package fr.jalon.seal.notary;

import fr.jalon.database.AdvisoryLock;
import fr.jalon.log.Checkpoint;
import fr.jalon.log.Edge;
import fr.jalon.log.Hash;
import fr.jalon.log.SigningKey;
import fr.jalon.log.VerifierKey;
import fr.jalon.seal.log.BrokenLogException;
import fr.jalon.seal.log.Keyring;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Adds to the sealed log, within its connection's transaction. */
final class SealWriter {
    private final Connection connection;

    SealWriter(Connection connection) {
        this.connection = connection;
    }

    private record Node(int level, long index, Hash hash) {}

    /** Takes the notaries' lock until the transaction ends, unless another holds it. */
    boolean isAlone() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return AdvisoryLock.NOTARY.tryTakeForTransaction(statement);
        }
    }

    /**
     * Adds the log's next events.
     *
     * @throws BrokenLogException if they are not the next
     */
    void add(List<NextLeaf> leaves, Edge edge) throws SQLException {
        if (leaves.isEmpty()) {
            return;
        }
        List<Node> inner = new ArrayList<>();
        long first = edge.size();
        for (NextLeaf leaf : leaves) {
            long index = leaf.event().globalIndex();
            if (index != edge.size() + 1) {
                throw new BrokenLogException(edge.size() + 1, index);
            }
            edge.add(leaf.hash(), (level, place, hash) -> {
                if (level > 0) {
                    inner.add(new Node(level, place, hash));
                }
            });
        }
        leaves(first, leaves);
        nodes(inner);
    }

    private void leaves(long first, List<NextLeaf> leaves) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into sealed.leaf (index, hash, entry_id, territory, position, raw)
                select ? + n - 1, h, i, t, p, r
                from unnest(?, ?, ?, ?, ?) with ordinality as u(h, i, t, p, r, n)
                """)) {
            insert.setLong(1, first);
            insert.setArray(2, array("bytea", hashes(leaves, NextLeaf::hash)));
            insert.setArray(3, array("uuid", each(leaves, leaf -> leaf.event().entryId())));
            insert.setArray(4, array("text", each(leaves, leaf -> leaf.event().territory())));
            insert.setArray(5, array("bigint", each(leaves, leaf -> leaf.event().position())));
            insert.setArray(6, array("bytea", hashes(leaves, NextLeaf::raw)));
            insert.execute();
        }
    }

    private void nodes(List<Node> inner) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into sealed.node (level, index, hash) select * from unnest(?, ?, ?)")) {
            insert.setArray(1, array("int2", each(inner, Node::level)));
            insert.setArray(2, array("bigint", each(inner, Node::index)));
            insert.setArray(3, array("bytea", hashes(inner, Node::hash)));
            insert.execute();
        }
    }

    /** Signs what the tree has come to. */
    void sign(Checkpoint checkpoint, SigningKey key) throws SQLException {
        try (PreparedStatement known = connection.prepareStatement(
                        "insert into sealed.verifier_key (key) values (?) on conflict do nothing");
                PreparedStatement insert = connection.prepareStatement("""
                                insert into sealed.checkpoint (number, size, note)
                                select coalesce(max(number), 0) + 1, ?, ? from sealed.checkpoint
                                """)) {
            known.setString(1, key.verifier().text());
            known.execute();
            insert.setLong(1, checkpoint.size());
            insert.setString(2, key.sign(checkpoint.text()).note());
            insert.execute();
        }
    }

    /** Signs for the keys that ever signed this log. */
    void vouch(List<VerifierKey> keys, SigningKey key) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into sealed.keyring (number, note) select coalesce(max(number), 0) + 1, ? from sealed.keyring
                """)) {
            insert.setString(1, Keyring.sign(keys, key).note());
            insert.execute();
        }
    }

    private static <T> byte[][] hashes(List<T> rows, Function<T, Hash> hash) {
        return rows.stream().map(row -> hash.apply(row).bytes()).toArray(byte[][]::new);
    }

    private static <T> Object[] each(List<T> rows, Function<T, Object> value) {
        return rows.stream().map(value).toArray();
    }

    private Array array(String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }
}
