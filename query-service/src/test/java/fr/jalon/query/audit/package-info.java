@NullMarked
package fr.jalon.query.audit;

import org.jspecify.annotations.NullMarked;
