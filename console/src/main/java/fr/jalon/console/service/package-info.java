/** The console as a service of its own, which signs people in at an issuer of tokens elsewhere. */
@NullMarked
package fr.jalon.console.service;

import org.jspecify.annotations.NullMarked;
