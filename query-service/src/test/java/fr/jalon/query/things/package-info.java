@NullMarked
package fr.jalon.query.things;

import org.jspecify.annotations.NullMarked;
