package fr.jalon.seal.log;

/** The sealed tree lacks a node that a tree of its size has: somebody took it away. */
public final class MissingNodeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingNodeException(int level, long index) {
        super("the sealed tree has no node " + index + " of level " + level);
    }
}
