/** Names of persons: sealed before anything is recorded, opened for those who may see them, forgotten with their key. */
@NullMarked
package fr.jalon.people;

import org.jspecify.annotations.NullMarked;
