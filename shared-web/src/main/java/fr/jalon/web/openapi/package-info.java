/** The contract as OpenAPI 3.1, generated from the code. */
@NullMarked
package fr.jalon.web.openapi;

import org.jspecify.annotations.NullMarked;
