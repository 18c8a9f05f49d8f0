@NullMarked
package fr.jalon.seal.replay;

import org.jspecify.annotations.NullMarked;
