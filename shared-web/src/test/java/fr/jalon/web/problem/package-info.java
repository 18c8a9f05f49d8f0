@NullMarked
package fr.jalon.web.problem;

import org.jspecify.annotations.NullMarked;
