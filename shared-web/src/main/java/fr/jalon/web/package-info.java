/** The web edge that both services share; import {@link fr.jalon.web.WebConfiguration}. */
@NullMarked
package fr.jalon.web;

import org.jspecify.annotations.NullMarked;
