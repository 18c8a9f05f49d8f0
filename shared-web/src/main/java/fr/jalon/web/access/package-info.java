/** The access record: who looked, who was refused, what was carried away; rows that are only added. */
@NullMarked
package fr.jalon.web.access;

import org.jspecify.annotations.NullMarked;
