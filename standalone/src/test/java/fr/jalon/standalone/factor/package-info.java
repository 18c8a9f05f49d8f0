@NullMarked
package fr.jalon.standalone.factor;

import org.jspecify.annotations.NullMarked;
