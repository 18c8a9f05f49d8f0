package fr.jalon.log;

/** The hashes of a tree's complete subtrees, wherever they are kept. They never change once they are there. */
@FunctionalInterface
public interface Nodes {
    /**
     * The hash of a complete subtree.
     *
     * @param level its height: a leaf has 0, a subtree of 2<sup>level</sup> leaves has {@code level}
     * @param index its number among those of its height, from the left, from 0
     */
    Hash at(int level, long index);
}
