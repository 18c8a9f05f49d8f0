@NullMarked
package fr.jalon.query.exchange;

import org.jspecify.annotations.NullMarked;
