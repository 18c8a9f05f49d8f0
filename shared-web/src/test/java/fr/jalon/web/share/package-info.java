@NullMarked
package fr.jalon.web.share;

import org.jspecify.annotations.NullMarked;
