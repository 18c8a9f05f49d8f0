package fr.jalon.seal.check;

import fr.jalon.log.Hash;

/**
 * That the tree of a size has a root: somebody who may say so signed for it.
 *
 * @param place where the checkpoint is that says so
 */
record Claim(String place, long size, Hash root) {}
