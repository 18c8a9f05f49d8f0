@NullMarked
package fr.jalon.query;

import org.jspecify.annotations.NullMarked;
