@NullMarked
package fr.jalon.query.asked;

import org.jspecify.annotations.NullMarked;
