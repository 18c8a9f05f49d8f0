/** The read side: {@code projection} keeps the read models, {@code register} reads them, {@code api} answers. */
@NullMarked
package fr.jalon.query;

import org.jspecify.annotations.NullMarked;
