@NullMarked
package fr.jalon.log;

import org.jspecify.annotations.NullMarked;
