@NullMarked
package fr.jalon.readmodel.projection;

import org.jspecify.annotations.NullMarked;
