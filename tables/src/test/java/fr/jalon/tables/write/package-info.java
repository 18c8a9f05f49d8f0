@NullMarked
package fr.jalon.tables.write;

import org.jspecify.annotations.NullMarked;
