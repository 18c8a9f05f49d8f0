@NullMarked
package fr.jalon.web.security;

import org.jspecify.annotations.NullMarked;
