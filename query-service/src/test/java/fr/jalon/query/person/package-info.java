@NullMarked
package fr.jalon.query.person;

import org.jspecify.annotations.NullMarked;
