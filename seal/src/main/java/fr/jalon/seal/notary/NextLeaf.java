package fr.jalon.seal.notary;

import fr.jalon.log.Hash;
import fr.jalon.seal.log.Leaves;
import fr.jalon.store.log.StoredEvent;

/**
 * An event that is to be sealed, with what is sealed of it.
 *
 * @param hash of its leaf
 * @param raw of its bytes as they are stored
 */
record NextLeaf(StoredEvent event, Hash hash, Hash raw) {
    static NextLeaf of(StoredEvent event) {
        return new NextLeaf(event, Leaves.of(event).hash(), Leaves.raw(event));
    }
}
