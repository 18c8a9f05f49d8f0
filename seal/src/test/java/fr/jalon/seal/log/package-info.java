@NullMarked
package fr.jalon.seal.log;

import org.jspecify.annotations.NullMarked;
