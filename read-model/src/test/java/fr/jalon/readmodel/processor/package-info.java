@NullMarked
package fr.jalon.readmodel.processor;

import org.jspecify.annotations.NullMarked;
