@NullMarked
package fr.jalon.web.start;

import org.jspecify.annotations.NullMarked;
