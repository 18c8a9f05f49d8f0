/** The contract as OpenAPI 3.1: what the code cannot say of it, and the write side's part. */
@NullMarked
package fr.jalon.query.contract;

import org.jspecify.annotations.NullMarked;
