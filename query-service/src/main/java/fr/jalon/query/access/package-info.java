/** The access record, told to auditors. */
@NullMarked
package fr.jalon.query.access;

import org.jspecify.annotations.NullMarked;
