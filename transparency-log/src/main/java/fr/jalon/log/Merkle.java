package fr.jalon.log;

import java.util.ArrayList;
import java.util.List;

/** The Merkle tree of RFC 9162 §2.1 over stored {@link Nodes}: its root, its proofs, and what verifies them. */
public final class Merkle {
    private Merkle() {}

    /** The root of the tree of the first {@code size} leaves (§2.1.1). */
    public static Hash root(Nodes nodes, long size) {
        return size == 0 ? Hash.ofNothing() : range(nodes, 0, size);
    }

    /**
     * The path from a leaf to the root of the tree of the first {@code size} leaves (§2.1.3.1), from the leaf up.
     *
     * @throws IllegalArgumentException if there is no such leaf
     */
    public static List<Hash> inclusion(Nodes nodes, long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " has no leaf " + index);
        }
        List<Hash> path = new ArrayList<>();
        include(nodes, index, 0, size, path);
        return path;
    }

    /**
     * The proof that the tree of the first {@code to} leaves begins with that of the first {@code from} (§2.1.4.1).
     *
     * @throws IllegalArgumentException unless {@code 0 < from <= to}
     */
    public static List<Hash> consistency(Nodes nodes, long from, long to) {
        if (from < 1 || from > to) {
            throw new IllegalArgumentException("a tree of " + to + " cannot have begun as one of " + from);
        }
        List<Hash> path = new ArrayList<>();
        if (from < to) {
            consist(nodes, from, 0, to, true, path);
        }
        return path;
    }

    /** Whether a path proves that a leaf is in the tree of this size and root (§2.1.3.2). */
    public static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long place = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash beside : path) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                hash = Hash.ofNode(beside, hash);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hash.ofNode(hash, beside);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether a path proves that the tree of one size and root begins with that of another (§2.1.4.2). */
    public static boolean isConsistent(long from, Hash fromRoot, long to, Hash toRoot, List<Hash> path) {
        if (from < 1 || from > to) {
            return false;
        }
        if (from == to) {
            return path.isEmpty() && fromRoot.equals(toRoot);
        }
        List<Hash> hashes = new ArrayList<>(path);
        if (Long.bitCount(from) == 1) {
            hashes.addFirst(fromRoot);
        }
        if (hashes.isEmpty()) {
            return false;
        }
        long place = from - 1;
        long last = to - 1;
        while ((place & 1) == 1) {
            place >>= 1;
            last >>= 1;
        }
        Hash first = hashes.getFirst();
        Hash second = first;
        for (Hash beside : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                first = Hash.ofNode(beside, first);
                second = Hash.ofNode(beside, second);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                second = Hash.ofNode(second, beside);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && first.equals(fromRoot) && second.equals(toRoot);
    }

    /** The hash of the leaves from one to before another, as RFC 9162 splits them. */
    private static Hash range(Nodes nodes, long from, long to) {
        long size = to - from;
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return nodes.at(level, from >> level);
        }
        long middle = from + split(size);
        return Hash.ofNode(range(nodes, from, middle), range(nodes, middle, to));
    }

    private static void include(Nodes nodes, long index, long from, long to, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            include(nodes, index, from, middle, path);
            path.add(range(nodes, middle, to));
        } else {
            include(nodes, index, middle, to, path);
            path.add(range(nodes, from, middle));
        }
    }

    private static void consist(Nodes nodes, long old, long from, long to, boolean known, List<Hash> path) {
        if (old == to) {
            if (!known) {
                path.add(range(nodes, from, to));
            }
            return;
        }
        long middle = from + split(to - from);
        if (old <= middle) {
            consist(nodes, old, from, middle, known, path);
            path.add(range(nodes, middle, to));
        } else {
            consist(nodes, old, middle, to, false, path);
            path.add(range(nodes, from, middle));
        }
    }

    /** The largest power of two smaller than this. */
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
