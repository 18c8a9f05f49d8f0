package fr.jalon.seal.notary;

import fr.jalon.database.AdvisoryLock;
import fr.jalon.log.Checkpoint;
import fr.jalon.log.Edge;
import fr.jalon.log.Hash;
import fr.jalon.log.SigningKey;
import fr.jalon.log.VerifierKey;
import fr.jalon.seal.log.BrokenLogException;
import fr.jalon.seal.log.Keyring;
import fr.jalon.seal.log.Leaves;
import fr.jalon.store.log.StoredEvent;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

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
     * Adds the log's next events as leaves.
     *
     * @throws BrokenLogException if they are not the next
     */
    void add(List<StoredEvent> events, Edge edge) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        List<Node> nodes = new ArrayList<>();
        byte[][] raw = new byte[events.size()][];
        long first = edge.size();
        for (int i = 0; i < raw.length; i++) {
            StoredEvent event = events.get(i);
            if (event.globalIndex() != edge.size() + 1) {
                throw new BrokenLogException(edge.size() + 1, event.globalIndex());
            }
            raw[i] = Leaves.raw(event).bytes();
            edge.add(Leaves.of(event).hash(), (level, index, hash) -> nodes.add(new Node(level, index, hash)));
        }
        leaves(first, events, nodes, raw);
        nodes(nodes);
    }

    private void leaves(long first, List<StoredEvent> events, List<Node> nodes, byte[][] raw) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into sealed.leaf (index, hash, entry_id, territory, position, raw)
                select ? + n - 1, h, i, t, p, r
                from unnest(?, ?, ?, ?, ?) with ordinality as u(h, i, t, p, r, n)
                """)) {
            insert.setLong(1, first);
            insert.setArray(
                    2,
                    array(
                            "bytea",
                            hashes(nodes.stream()
                                    .filter(node -> node.level == 0)
                                    .toList())));
            insert.setArray(
                    3, array("uuid", events.stream().map(StoredEvent::entryId).toArray()));
            insert.setArray(
                    4, array("text", events.stream().map(StoredEvent::territory).toArray()));
            insert.setArray(
                    5,
                    array("bigint", events.stream().map(StoredEvent::position).toArray()));
            insert.setArray(6, array("bytea", raw));
            insert.execute();
        }
    }

    private void nodes(List<Node> all) throws SQLException {
        List<Node> inner = all.stream().filter(node -> node.level > 0).toList();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into sealed.node (level, index, hash) select * from unnest(?, ?, ?)")) {
            insert.setArray(1, array("int2", inner.stream().map(Node::level).toArray()));
            insert.setArray(2, array("bigint", inner.stream().map(Node::index).toArray()));
            insert.setArray(3, array("bytea", hashes(inner)));
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

    private static byte[][] hashes(List<Node> nodes) {
        return nodes.stream().map(node -> node.hash.bytes()).toArray(byte[][]::new);
    }

    private Array array(String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }
}
