@NullMarked
package fr.jalon.seal.pack;

import org.jspecify.annotations.NullMarked;
