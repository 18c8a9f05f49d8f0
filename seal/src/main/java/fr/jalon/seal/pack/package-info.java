/** A territory's history to carry away: one zip, every byte of it signed for, and what verifies it with no server. */
@NullMarked
package fr.jalon.seal.pack;

import org.jspecify.annotations.NullMarked;
