/** What the contract, in OpenAPI 3.1, says of every call alike: who may ask, which problems may come. */
@NullMarked
package fr.jalon.web.openapi;

import org.jspecify.annotations.NullMarked;
