/** What is carried away: from {@code register}, as files of tables and lines, to {@code api}. */
@NullMarked
package fr.jalon.query.exchange;

import org.jspecify.annotations.NullMarked;
