@NullMarked
package fr.jalon.seal.check;

import org.jspecify.annotations.NullMarked;
