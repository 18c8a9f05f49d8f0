@NullMarked
package fr.jalon.query.export;

import org.jspecify.annotations.NullMarked;
