@NullMarked
package fr.jalon.query.api;

import org.jspecify.annotations.NullMarked;
