/**
 * How far the projection has come, by Axon's tokens: which are ours, where they stand, and whether they can be right.
 */
@NullMarked
package fr.jalon.readmodel.tracking;

import org.jspecify.annotations.NullMarked;
