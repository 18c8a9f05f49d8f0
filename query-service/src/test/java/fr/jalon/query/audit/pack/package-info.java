@NullMarked
package fr.jalon.query.audit.pack;

import org.jspecify.annotations.NullMarked;
