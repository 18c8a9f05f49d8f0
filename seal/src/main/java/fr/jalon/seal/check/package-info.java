/** All that is stored held against what it was made from; each check names what it finds. */
@NullMarked
package fr.jalon.seal.check;

import org.jspecify.annotations.NullMarked;
