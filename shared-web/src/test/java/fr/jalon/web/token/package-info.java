@NullMarked
package fr.jalon.web.token;

import org.jspecify.annotations.NullMarked;
