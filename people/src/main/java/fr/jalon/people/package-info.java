/** Names of persons: sealed before they are recorded, opened for who may see them, forgotten with their key. */
@NullMarked
package fr.jalon.people;

import org.jspecify.annotations.NullMarked;
