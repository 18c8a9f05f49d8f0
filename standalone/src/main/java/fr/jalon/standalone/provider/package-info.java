/** The provider of tokens that one process brings along: accounts here sign in as they would at one elsewhere. */
@NullMarked
package fr.jalon.standalone.provider;

import org.jspecify.annotations.NullMarked;
