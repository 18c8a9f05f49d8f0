/** Tokens: who acts, as an OpenID Connect provider says and signs it. */
@NullMarked
package fr.jalon.web.token;

import org.jspecify.annotations.NullMarked;
