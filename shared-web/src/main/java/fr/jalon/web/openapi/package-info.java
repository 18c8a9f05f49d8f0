/**
 * What the contract, in OpenAPI 3.1, says of every call alike: who may ask, which problems may come, what parameters
 * mean, what records and entries look like.
 */
@NullMarked
package fr.jalon.web.openapi;

import org.jspecify.annotations.NullMarked;
