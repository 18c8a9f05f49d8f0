@NullMarked
package fr.jalon.seal.report;

import org.jspecify.annotations.NullMarked;
