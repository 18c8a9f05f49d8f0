@NullMarked
package fr.jalon.query.why;

import org.jspecify.annotations.NullMarked;
