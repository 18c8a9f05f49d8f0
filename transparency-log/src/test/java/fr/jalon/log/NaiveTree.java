package fr.jalon.log;

import java.util.List;

/** The tree of RFC 9162 §2.1.1 as its definition reads: everything from the leaves, nothing kept. */
record NaiveTree(List<Hash> leaves) implements Nodes {
    Hash root() {
        return root(leaves);
    }

    Hash root(long size) {
        return root(leaves.subList(0, (int) size));
    }

    @Override
    public Hash at(int level, long index) {
        int width = 1 << level;
        return root(leaves.subList((int) index * width, (int) (index + 1) * width));
    }

    private static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.ofNothing();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = 1;
        while (2 * left < leaves.size()) {
            left *= 2;
        }
        return Hash.ofNode(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }
}
