@NullMarked
package fr.jalon.web.access;

import org.jspecify.annotations.NullMarked;
