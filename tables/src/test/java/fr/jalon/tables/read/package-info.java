@NullMarked
package fr.jalon.tables.read;

import org.jspecify.annotations.NullMarked;
