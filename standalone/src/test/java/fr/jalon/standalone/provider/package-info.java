@NullMarked
package fr.jalon.standalone.provider;

import org.jspecify.annotations.NullMarked;
