@NullMarked
package fr.jalon.seal.notary;

import org.jspecify.annotations.NullMarked;
