@NullMarked
package fr.jalon.query.projection;

import org.jspecify.annotations.NullMarked;
