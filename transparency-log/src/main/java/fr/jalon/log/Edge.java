package fr.jalon.log;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The right edge of a growing tree: all that is needed to add a leaf and to know the root. Mutable, one thread's. */
public final class Edge {
    private final @Nullable Hash[] complete = new @Nullable Hash[Long.SIZE];
    private long size;

    /** Takes each complete subtree as it comes about; leaves are subtrees of level 0. */
    @FunctionalInterface
    public interface Sink {
        void node(int level, long index, Hash hash);
    }

    /** The edge of a stored tree. */
    public Edge(Nodes nodes, long size) {
        this.size = size;
        for (int level = 0; level < complete.length; level++) {
            if ((size >> level & 1) == 1) {
                complete[level] = nodes.at(level, (size >> level) - 1);
            }
        }
    }

    /** How many leaves the tree has. */
    public long size() {
        return size;
    }

    /** Adds a leaf and tells of every subtree that it completes. */
    public void add(Hash leaf, Sink sink) {
        Hash hash = leaf;
        int level = 0;
        long index = size;
        sink.node(level, index, hash);
        while ((index & 1) == 1) {
            hash = Hash.ofNode(Objects.requireNonNull(complete[level]), hash);
            level++;
            index >>= 1;
            sink.node(level, index, hash);
        }
        Arrays.fill(complete, 0, level, null);
        complete[level] = hash;
        size++;
    }

    /** The root of the tree as it stands. */
    public Hash root() {
        Hash root = null;
        for (Hash subtree : complete) {
            if (subtree != null) {
                root = root == null ? subtree : Hash.ofNode(subtree, root);
            }
        }
        return root == null ? Hash.ofNothing() : root;
    }
}
