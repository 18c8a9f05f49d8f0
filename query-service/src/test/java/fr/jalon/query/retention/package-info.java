@NullMarked
package fr.jalon.query.retention;

import org.jspecify.annotations.NullMarked;
